using Connections.Domain.Shared;

namespace Connections.Domain.Tests.Shared;

public class SlugTests
{
    [Theory]
    [InlineData("Otago Gaelic Song Circle", "otago-gaelic-song-circle")]
    [InlineData("  Cearcall Òran – Otago!  ", "cearcall-oran-otago")]
    [InlineData("St Andrew's & Burns’ Club", "st-andrews-burns-club")]
    [InlineData("Ελληνικός Σύλλογος", "ελληνικός-σύλλογος")]
    [InlineData("本州スコットランド会", "本州スコットランド会")]
    [InlineData("한국 모임", "한국-모임")]
    [InlineData("नमस्ते मित्र", "नमस्ते-मित्र")]
    [InlineData("10 / 12", "10-12")]
    [InlineData("!!!", "fallback")]
    [InlineData("", "fallback")]
    public void Letters_of_every_script_stay_and_only_marks_on_latin_letters_fall_away(string name, string expected)
    {
        Assert.Equal(expected.Normalize(), Slug.From(name, "fallback"));
    }

    [Fact]
    public void It_is_at_most_eighty_characters_and_cuts_none_in_two()
    {
        var plain = Slug.From(new string('a', 79) + " and more", "fallback");
        var beyond = Slug.From(new string('a', 79) + "𐐨𐐨", "fallback");

        Assert.Equal(new string('a', 79), plain);
        Assert.Equal(new string('a', 79), beyond);
    }
}
