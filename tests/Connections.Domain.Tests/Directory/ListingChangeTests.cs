using Connections.Domain.Directory;
using Connections.Domain.Shared;

namespace Connections.Domain.Tests.Directory;

public sealed class ListingChangeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly ListingVocabulary Known = new(new HashSet<string> { "CA" }, new HashSet<string> { "en", "gd" }, new HashSet<string>());

    private static readonly ListingContent Before = new()
    {
        Name = "Heather and Harbour Choir",
        Kind = OrganisationKind.ArtsAndCulture,
        Country = "CA",
        Place = "Halifax",
        Meets = [MeetingWay.InPerson],
        When = "Tuesdays",
        Languages = ["en"],
        Texts = [new ListingText("en", "A mixed choir.", null)],
    };

    [Fact]
    public void Accepted_fields_are_published_and_the_others_stay()
    {
        var (listing, change) = Waiting(Before with { When = "Thursdays", Languages = ["en", "gd"] });

        var outcome = change.Decide(listing, [ListingField.When], "Which language do you teach?", location: null, Noon);

        Assert.Equal(Outcome.Done, outcome);
        Assert.Equal(ListingChangeState.PartlyAccepted, change.State);
        Assert.Equal("Thursdays", listing.Content.When);
        Assert.Equal(["en"], listing.Content.Languages);
    }

    [Fact]
    public void Holding_a_field_back_needs_a_reason()
    {
        var (listing, change) = Waiting(Before with { When = "Thursdays" });

        var outcome = change.Decide(listing, [], " ", location: null, Noon);

        Assert.Equal(Outcome.Refused(DirectoryRefusals.ReasonMissing), outcome);
        Assert.Equal(ListingChangeState.Waiting, change.State);
        Assert.Equal("Tuesdays", listing.Content.When);
    }

    [Fact]
    public void Accepting_everything_needs_no_words()
    {
        var (listing, change) = Waiting(Before with { When = "Thursdays" });

        Assert.Equal(Outcome.Done, change.Decide(listing, [ListingField.When], reply: null, location: null, Noon));
        Assert.Equal(ListingChangeState.Accepted, change.State);
    }

    [Fact]
    public void A_change_that_changes_nothing_is_not_sent()
    {
        var listing = Published();
        var change = new ListingChange(ListingChangeId.New(), listing, AccountId.New(), Noon);

        Assert.Equal(Outcome.Refused(DirectoryRefusals.NothingChanged), change.Send(listing, Known, Noon));
    }

    [Fact]
    public void Writing_on_takes_a_waiting_change_back()
    {
        var (listing, change) = Waiting(Before with { When = "Thursdays" });

        change.Save(Before with { When = "Fridays" });

        Assert.Equal(ListingChangeState.Draft, change.State);
        Assert.Equal(Outcome.Refused(DirectoryRefusals.ChangeNotOpen), change.Decide(listing, [ListingField.When], null, null, Noon));
    }

    [Fact]
    public void A_decided_change_cannot_be_decided_again()
    {
        var (listing, change) = Waiting(Before with { When = "Thursdays" });
        change.Decide(listing, [ListingField.When], null, null, Noon);

        Assert.Equal(Outcome.Refused(DirectoryRefusals.ChangeNotOpen), change.Decide(listing, [], "No", null, Noon));
        Assert.Equal("Thursdays", listing.Content.When);
    }

    [Fact]
    public void Every_field_is_compared_and_taken_over()
    {
        var after = new ListingContent
        {
            Name = "Other", LocalName = "Eile", LocalNameLanguage = "gd", Kind = OrganisationKind.Other, Communities = ["gaelic"], Country = "NZ",
            Place = "Dunedin", Region = "Otago", MeetingPlace = "Hall", Meets = [MeetingWay.Online], When = "Never", WhoCanCome = "All",
            HowToJoin = "Write", Cost = "Free", Serves = "World", Languages = ["gd"], Texts = [new ListingText("gd", "Còisir", null)],
            Website = "https://other.example.org", StartedYear = 1999,
        };

        var fields = ListingDifference.Between(Before, after);
        var taken = ListingDifference.Take(Before, after, fields);

        Assert.Equal(Enum.GetValues<ListingField>(), fields);
        Assert.Empty(ListingDifference.Between(taken, after));
    }

    [Fact]
    public void The_same_choices_in_another_order_are_no_change()
    {
        var before = Before with { Languages = ["en", "gd", "fr"], Communities = ["a", "b"], Meets = [MeetingWay.InPerson, MeetingWay.Online] };
        var after = before with { Languages = ["gd", "fr", "en"], Communities = ["b", "a"], Meets = [MeetingWay.Online, MeetingWay.InPerson], Cost = "Free" };

        Assert.Equal([ListingField.Cost], ListingDifference.Between(before, after));
        Assert.Equal([ListingField.Languages], ListingDifference.Between(before, before with { Languages = ["en", "gd"] }));
    }

    [Fact]
    public void Words_that_went_and_words_that_came_are_told_apart()
    {
        var pieces = WordDifference.Between("Tuesdays, 7pm to 9pm", "Thursdays, 7pm to 9pm (all year)");

        Assert.Equal(
            [
                new WordPiece(WordPieceKind.Removed, "Tuesdays, "),
                new WordPiece(WordPieceKind.Added, "Thursdays, "),
                new WordPiece(WordPieceKind.Same, "7pm to 9pm "),
                new WordPiece(WordPieceKind.Added, "(all year)"),
            ],
            pieces);
    }

    private static Listing Published()
    {
        var listing = new Listing(ListingId.New(), OrganisationId.New(), Before, Noon);
        listing.Submit(new ListingDeclaration(MayList: true, ForeignStateLink.None, null), Known, Noon);
        listing.Publish("choir", location: null, Noon);
        return listing;
    }

    private static (Listing Listing, ListingChange Change) Waiting(ListingContent asked)
    {
        var listing = Published();
        var change = new ListingChange(ListingChangeId.New(), listing, AccountId.New(), Noon);
        change.Save(asked);
        Assert.Equal(Outcome.Done, change.Send(listing, Known, Noon));
        return (listing, change);
    }
}
