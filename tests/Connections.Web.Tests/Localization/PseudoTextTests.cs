using Connections.Web.Localization;
using FsCheck;
using FsCheck.Fluent;

namespace Connections.Web.Tests.Localization;

public sealed class PseudoTextTests
{
    [Fact]
    public void A_text_is_accented_longer_and_in_brackets() =>
        Assert.Equal("[Ƒïñď à ćöḿḿûñïţý ëẍţŕà]", PseudoText.From("Find a community"));

    [Theory]
    [InlineData("{0} words so far. {1} left", "{0}", "{1}")]
    [InlineData("Closes {0:d MMMM yyyy}", "{0:d MMMM yyyy}", "{0:d MMMM yyyy}")]
    [InlineData("You have %{count} words left", "%{count}", "%{count}")]
    [InlineData("Read <strong>this</strong>", "<strong>", "</strong>")]
    public void Placeholders_and_tags_stay_as_they_are(string text, string first, string second)
    {
        var pseudo = PseudoText.From(text);

        Assert.Contains(first, pseudo, StringComparison.Ordinal);
        Assert.Contains(second, pseudo, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_grows_by_less_than_a_third() =>
        Prop.ForAll<NonNull<string>>(text => PseudoText.From(text.Get).Length >= text.Get.Length + ((text.Get.Length + 2) / 3)).QuickCheckThrowOnFailure();
}
