using Connections.Domain.Newsletters;
using Connections.Domain.Shared;

namespace Connections.Domain.Tests.Newsletters;

public class EditionTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly EditionSection Hello = new(null, [], "Hello");
    private static readonly EditionSection Culture = new("culture", [], "Songs");
    private static readonly EditionSection CultureThere = new("culture", ["NZ", "AU"], "Songs there");
    private static readonly EditionSection Study = new("study", [], "Lectures");

    [Fact]
    public void A_reader_gets_the_parts_of_their_topics_and_those_for_everybody()
    {
        Assert.Equal([Hello, Culture], Made(Hello, Culture, Study).SectionsFor(Choices(["culture"])));
    }

    [Fact]
    public void A_part_for_everybody_alone_brings_nobody_a_letter_that_has_topics()
    {
        Assert.Empty(Made(Hello, Culture).SectionsFor(Choices(["study"])));
    }

    [Fact]
    public void An_edition_without_topics_goes_to_everybody()
    {
        Assert.Equal([Hello], Made(Hello).SectionsFor(Choices(["study"])));
    }

    [Theory]
    [InlineData("NZ", true)]
    [InlineData("CA AU", true)]
    [InlineData("CA", false)]
    [InlineData("", true)]
    public void A_part_for_countries_is_for_those_who_chose_one_of_them_or_none(string countries, bool expected)
    {
        var sections = Made(CultureThere).SectionsFor(Choices(["culture"], [.. countries.Split(' ', StringSplitOptions.RemoveEmptyEntries)]));

        Assert.Equal(expected, sections.Count == 1);
    }

    [Fact]
    public void Where_every_part_is_for_other_countries_there_is_no_letter()
    {
        Assert.Empty(Made(new EditionSection(null, ["NZ"], "Hello there")).SectionsFor(Choices(["culture"], ["CA"])));
        Assert.Empty(Made(Hello, CultureThere).SectionsFor(Choices(["culture"], ["CA"])));
    }

    [Fact]
    public void Another_language_is_sent_only_where_the_edition_says_so()
    {
        var inGaelic = Choices(["culture"]) with { Language = "gd" };

        Assert.NotEmpty(Made(Text(Culture)).SectionsFor(inGaelic));
        Assert.Empty(Made(Text(Culture) with { EveryLanguage = false }).SectionsFor(inGaelic));
        Assert.NotEmpty(Made(Text(Culture) with { EveryLanguage = false, Language = "gd" }).SectionsFor(inGaelic));
    }

    [Theory]
    [InlineData(EditionKind.Note, Frequency.Weekly, true)]
    [InlineData(EditionKind.Note, Frequency.Monthly, false)]
    [InlineData(EditionKind.Letter, Frequency.Weekly, true)]
    [InlineData(EditionKind.Letter, Frequency.Monthly, true)]
    public void A_note_is_only_for_those_who_want_to_hear_every_week(EditionKind kind, Frequency frequency, bool expected)
    {
        var sections = Made(Text(Culture) with { Kind = kind }).SectionsFor(Choices(["culture"]) with { Frequency = frequency });

        Assert.Equal(expected, sections.Count == 1);
    }

    [Fact]
    public void What_is_missing_or_too_long_is_named()
    {
        var text = new EditionText("", new string('x', Edition.MaxPreheader + 1), "en", true, [Hello with { Markdown = " " }]);

        Assert.Equal([EditionRefusals.SubjectMissing, EditionRefusals.PreheaderTooLong, EditionRefusals.NothingWritten], Edition.Check(text));
        Assert.Equal([EditionRefusals.SubjectTooLong], Edition.Check(Text(Hello) with { Subject = new string('x', Edition.MaxSubject + 1) }));
    }

    [Fact]
    public void Once_on_its_way_it_is_neither_changed_nor_released_again()
    {
        var edition = Made(Hello);

        Assert.Equal(Outcome.Refused(EditionRefusals.NobodyToSendTo), edition.Release(0, Now));
        Assert.Equal(Outcome.Done, edition.Release(3, Now));
        Assert.Equal(Outcome.Refused(EditionRefusals.AlreadySent), edition.Release(3, Now));
        Assert.Equal(Outcome.Refused(EditionRefusals.AlreadySent), edition.Change(Text(Culture), Now));
        Assert.Equal([Hello], edition.Sections);
    }

    [Fact]
    public void It_knows_whether_it_says_a_text_already()
    {
        var edition = Made(Hello, CultureThere);

        Assert.True(edition.Says(Text(Hello, new EditionSection("culture", ["NZ", "AU"], "Songs there"))));
        Assert.False(edition.Says(Text(Hello, CultureThere with { Countries = ["NZ"] })));
        Assert.False(edition.Says(Text(Hello, CultureThere) with { Kind = EditionKind.Note }));
    }

    private static Edition Made(params EditionSection[] sections) => Made(Text(sections));

    private static Edition Made(EditionText text) => new(EditionId.New(), text, "Editor", Now);

    private static EditionText Text(params EditionSection[] sections) => new("News", "", "en", true, [.. sections]);

    private static SubscriptionChoices Choices(List<string> topics, List<string>? countries = null) => new(topics, countries ?? [], "en", Frequency.Monthly);
}
