using Connections.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Directory;

public abstract class FindACommunityTests(Portal portal, Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_name_with_a_typo_is_found_and_opened(bool javaScript)
    {
        var (typed, name, place) = portal.Words.Mistyped;
        var page = await portal.OpenAsync(chromium, javaScript: javaScript);
        var search = await DirectorySearchPage.OpenAsync(page);

        await search.SearchAsync(typed);

        await Assertions.Expect(search.Names.First).ToHaveTextAsync(name);
        var listing = await search.OpenListingAsync(name);
        await listing.ShowsHeadingAsync(name);
        await listing.ShowsTextAsync(place);
    }

    [Fact]
    public async Task A_name_is_found_without_its_accents_and_in_its_own_script()
    {
        var page = await portal.OpenAsync(chromium);
        foreach (var (typed, name) in portal.Words.OwnScripts)
        {
            var search = await DirectorySearchPage.OpenAsync(page);

            await search.SearchAsync(typed);

            await Assertions.Expect(search.Names.First).ToHaveTextAsync(name);
        }
    }

    [Fact]
    public async Task Choices_narrow_the_list_to_kind_country_and_language()
    {
        var (country, language, kind, name) = portal.Words.Narrow;
        var search = await DirectorySearchPage.OpenAsync(await portal.OpenAsync(chromium, javaScript: false));
        var everything = await search.Count.TextContentAsync();

        await search.NarrowAsync("Country", country);
        await search.NarrowAsync("Language", language);
        await search.NarrowAsync("Kind", kind);

        Assert.NotEqual(everything, await search.Count.TextContentAsync());
        await Assertions.Expect(search.Names).ToContainTextAsync([name]);
        foreach (var place in await search.Main.GetByRole(AriaRole.Article).AllTextContentsAsync())
        {
            Assert.Contains(country, place, StringComparison.Ordinal);
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

public sealed class FindACommunityInScotland(Scotland portal, Chromium chromium) : FindACommunityTests(portal, chromium);

public sealed class FindACommunityInBristol(Bristol portal, Chromium chromium) : FindACommunityTests(portal, chromium);
