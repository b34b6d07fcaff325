using Connections.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Directory;

public sealed class FindACommunityTests(Scotland portal, Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_name_with_a_typo_is_found_and_opened(bool javaScript)
    {
        var page = await portal.OpenAsync(chromium, javaScript: javaScript);
        var search = await DirectorySearchPage.OpenAsync(page);

        await search.SearchAsync("Hether and Harbor Choir");

        await Assertions.Expect(search.Names.First).ToHaveTextAsync("Heather and Harbour Choir");
        var listing = await search.OpenListingAsync("Heather and Harbour Choir");
        await listing.ShowsHeadingAsync("Heather and Harbour Choir");
        await listing.ShowsTextAsync("Halifax");
    }

    [Theory]
    [InlineData("Coisir Ghaidhlig", "Vancouver Gaelic Choir at the Inlet")]
    [InlineData("香港蘇格蘭舞社", "Hong Kong Reel Club")]
    [InlineData("Σκωτσέζοι της Αθήνας", "Athens Scots Archaeology Circle")]
    [InlineData("كورال الأرز", "Cedars and Thistles Choir")]
    public async Task A_name_is_found_without_its_accents_and_in_its_own_script(string words, string name)
    {
        var search = await DirectorySearchPage.OpenAsync(await portal.OpenAsync(chromium));

        await search.SearchAsync(words);

        await Assertions.Expect(search.Names.First).ToHaveTextAsync(name);
    }

    [Fact]
    public async Task Choices_narrow_the_list_to_kind_country_and_language()
    {
        var search = await DirectorySearchPage.OpenAsync(await portal.OpenAsync(chromium, javaScript: false));
        var everything = await search.Count.TextContentAsync();

        await search.NarrowAsync("Country", "Japan");
        await search.NarrowAsync("Language", "Japanese");
        await search.NarrowAsync("Kind", "Arts and culture");

        Assert.NotEqual(everything, await search.Count.TextContentAsync());
        await Assertions.Expect(search.Names).ToContainTextAsync(["Ginza Scottish Country Dance Room"]);
        foreach (var place in await search.Main.GetByRole(AriaRole.Article).AllTextContentsAsync())
        {
            Assert.Contains("Japan", place, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_map_says_in_a_table_what_it_shows()
    {
        var search = await DirectorySearchPage.OpenAsync(await portal.OpenAsync(chromium, javaScript: false));

        await search.ShowMapAsync();

        await Assertions.Expect(search.Main.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
    }
}
