using System.Globalization;
using Connections.Web.Localization;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Tests.Localization;

public sealed class StrictLocalizerTests
{
    [Fact]
    public void A_text_is_read_and_its_placeholders_are_filled()
    {
        var texts = new StrictLocalizer(new Known(), "Texts", throwsOnMissing: true);

        Assert.Equal("3 places left", texts["Left", 3].Value);
    }

    [Theory]
    [InlineData(0, "0 things wait of 7")]
    [InlineData(1, "1 thing waits of 7")]
    [InlineData(1234, "1,234 things wait of 7")]
    public void A_text_that_counts_has_a_form_for_one(int count, string said)
    {
        var texts = new StrictLocalizer(new Known(), "Texts", throwsOnMissing: true);

        Assert.Equal(said, In("en", () => texts["Waiting", count, 7].Value));
        Assert.Contains(count == 1 ? "ţĥïñĝ ŵàïţš öƒ 7" : "ţĥïñĝš ŵàïţ öƒ 7", In("en-XA", () => texts["Waiting", count, 7].Value), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_text_is_an_error_that_names_the_key_and_the_resource()
    {
        var texts = new StrictLocalizer(new Known(), "GrantsText", throwsOnMissing: true);

        var error = Assert.Throws<MissingTextException>(() => texts["Nowhere"]);

        Assert.Equal("There is no text \"Nowhere\" in GrantsText.", error.Message);
    }

    [Fact]
    public void In_production_a_missing_text_shows_its_key_and_the_page_stays_up()
    {
        var texts = new StrictLocalizer(new Known(), "Texts", throwsOnMissing: false);

        Assert.Equal("Nowhere", texts["Nowhere"].Value);
    }

    [Fact]
    public void The_pseudo_locale_changes_the_text_and_leaves_what_is_filled_in()
    {
        var texts = new StrictLocalizer(new Known(), "Texts", throwsOnMissing: true);

        var text = In("en-XA", () => texts["Left", "Aroha"].Value);

        Assert.StartsWith("[Aroha ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("places", text, StringComparison.Ordinal);
    }

    private static string In(string culture, Func<string> read)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return read();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private sealed class Known : IStringLocalizer
    {
        public LocalizedString this[string name] => name switch
        {
            "Left" => new(name, "{0} places left"),
            "Waiting" => new(name, "{0, plural, one {1 thing waits} other {# things wait}} of {1}"),
            _ => new(name, name, resourceNotFound: true),
        };

        public LocalizedString this[string name, params object[] arguments] => throw new NotSupportedException("Filling in is the strict localizer's work.");

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [this["Left"]];
    }
}
