using System.Globalization;
using Connections.Web.Localization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Connections.Web.Tests.Localization;

public sealed class SiteLanguagesTests
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    [Fact]
    public void A_wanted_language_without_texts_is_not_offered()
    {
        var languages = SiteLanguages.From(British, ["en", "gd", "es"], In(Environments.Production));

        Assert.Equal([British], languages.Offered);
        Assert.Equal([British], languages.Understood);
    }

    [Fact]
    public void Outside_production_the_pseudo_locale_and_arabic_are_understood_and_not_offered()
    {
        var languages = SiteLanguages.From(British, ["en"], In("Testing"));

        Assert.Equal([British], languages.Offered);
        Assert.Equal(["en-GB", "en-XA", "ar"], languages.Understood.Select(culture => culture.Name));
    }

    [Theory]
    [InlineData("EN-gb", "en-GB")]
    [InlineData("ar", null)]
    [InlineData("not a language", null)]
    [InlineData(null, null)]
    public void Only_an_understood_language_is_found(string? tag, string? found)
    {
        var languages = SiteLanguages.From(British, [], In(Environments.Production));

        Assert.Equal(found, languages.Find(tag)?.Name);
    }

    private static HostingEnvironment In(string environment) => new() { EnvironmentName = environment };
}
