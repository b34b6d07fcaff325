using Connections.Data.Listings.Search;
using Connections.Domain.Directory;
using Connections.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.Web.Tests.Features.Directory;

/// <summary>What the search promises, kept on both databases. The demonstration's listings are the same on each.</summary>
public abstract class DirectorySearchTests(HostFixture fixture)
{
    [Theory]
    [InlineData("dunedin", "Otago Gaelic Song Circle")]
    [InlineData("DUNEDIN song", "Otago Gaelic Song Circle")]
    [InlineData("cearcall oran", "Otago Gaelic Song Circle")]
    [InlineData("Cearcall Òran Otago", "Otago Gaelic Song Circle")]
    [InlineData("Dunedn", "Otago Gaelic Song Circle")]
    [InlineData("heathr harbor choir", "Heather and Harbour Choir")]
    [InlineData("halifaxx heather", "Heather and Harbour Choir")]
    public async Task Case_marks_and_small_mistakes_do_not_matter(string text, string expected)
    {
        var results = await SearchAsync(new DirectoryQuery(text));

        Assert.Equal(expected, results.Cards[0].Content.Name);
    }

    [Fact]
    public async Task A_misspelt_word_is_answered_with_what_was_searched_for_instead()
    {
        var results = await SearchAsync(new DirectoryQuery("Dunedn"));
        var right = await SearchAsync(new DirectoryQuery("Dunedin"));

        Assert.Equal([new SpellingCorrection("dunedn", "dunedin")], results.Corrections);
        Assert.Equal(right.Cards.Select(c => c.Slug), results.Cards.Select(c => c.Slug));
    }

    [Fact]
    public async Task Every_local_name_is_found_in_its_own_script()
    {
        var index = await IndexAsync();
        var named = index.Cards.Where(c => c.Content.LocalName is not null).ToList();

        Assert.True(named.Select(c => c.Content.LocalNameLanguage).Distinct().Count() >= 5, "The demonstration has names in several languages.");
        Assert.All(named, card => Assert.Contains(card, index.SearchAll(new DirectoryQuery(card.Content.LocalName))));
    }

    [Fact]
    public async Task Each_facet_counts_what_would_be_found_were_only_its_own_choice_lifted()
    {
        var index = await IndexAsync();
        var query = new DirectoryQuery("gaelic", Kinds: ["heritage"], Countries: ["CA", "NZ"], Meets: ["in-person"]);

        var facets = index.Search(query).Facets;

        Assert.NotEmpty(facets.Kinds);
        Assert.All(facets.Kinds, f => Assert.Equal(index.Search(query with { Kinds = [f.Value] }).Total, f.Count));
        Assert.All(facets.Countries, f => Assert.Equal(index.Search(query with { Countries = [f.Value] }).Total, f.Count));
        Assert.All(facets.Languages, f => Assert.Equal(index.Search(query with { Languages = [f.Value] }).Total, f.Count));
        Assert.All(facets.Meets, f => Assert.Equal(index.Search(query with { Meets = [f.Value] }).Total, f.Count));
    }

    [Fact]
    public async Task A_word_in_the_name_comes_before_one_in_the_place_and_that_before_one_in_the_text()
    {
        var word = $"zephyr{Guid.NewGuid():N}"[..12];
        await fixture.Host.PublishedListingAsync(DirectoryExamples.Content("Aa text") with { Place = "Tobermory", Texts = [new ListingText("en", $"About {word}.", null)] });
        await fixture.Host.PublishedListingAsync(DirectoryExamples.Content("Bb place") with { Place = word });
        await fixture.Host.PublishedListingAsync(DirectoryExamples.Content($"Cc {word} name") with { Place = "Tobermory" });

        var results = await SearchAsync(new DirectoryQuery(word));

        Assert.Equal([$"Cc {word} name", "Bb place", "Aa text"], results.Cards.Select(c => c.Content.Name));
    }

    [Fact]
    public async Task Pages_together_hold_every_listing_once()
    {
        var first = await SearchAsync(new DirectoryQuery("gaelic", PageSize: 5));

        var slugs = new List<string>();
        for (var page = 1; page <= first.PageCount; page++)
        {
            slugs.AddRange((await SearchAsync(new DirectoryQuery("gaelic", Page: page, PageSize: 5))).Cards.Select(c => c.Slug));
        }

        Assert.Equal(first.Total, slugs.Count);
        Assert.Equal(first.Total, slugs.Distinct().Count());
        Assert.Equal(first.PageCount, (await SearchAsync(new DirectoryQuery("gaelic", Page: 9999, PageSize: 5))).Page);
    }

    [Fact]
    public async Task A_change_is_found_by_the_very_next_search_and_a_withdrawn_listing_no_more()
    {
        var listing = await fixture.Host.PublishedListingAsync(DirectoryExamples.Content("Quokka Fiddlers"));
        Assert.Equal(1, (await SearchAsync(new DirectoryQuery("quokka"))).Total);

        await fixture.Host.WithDataAsync(async db =>
        {
            (await db.Listings.SingleAsync(l => l.Id == listing.Id)).Withdraw(fixture.Host.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });

        Assert.Equal(0, (await SearchAsync(new DirectoryQuery("quokka fiddlers"))).Cards.Count(c => c.Id == listing.Id));
    }

    [Fact]
    public async Task A_row_changed_or_deleted_behind_the_programs_back_raises_the_revision()
    {
        var listing = await fixture.Host.PublishedListingAsync(DirectoryExamples.Content("Wombat Pipers"));
        var before = await fixture.Host.WithDataAsync(db => db.DirectoryRevisions.AsNoTracking().SingleAsync());

        await fixture.Host.WithDataAsync(db => db.Listings.Where(l => l.Id == listing.Id).ExecuteDeleteAsync());

        var after = await fixture.Host.WithDataAsync(db => db.DirectoryRevisions.AsNoTracking().SingleAsync());
        Assert.Equal(before.Number + 1, after.Number);
        Assert.Equal(after.Number, after.RemovedNumber);
        fixture.Host.Services.GetRequiredService<DirectoryIndexSource>().Expire();
        Assert.Null((await IndexAsync()).Find(listing.Slug!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("!?&\"*")]
    [InlineData("\ud800")]
    public async Task A_text_without_words_finds_everything(string text)
    {
        var index = await IndexAsync();

        Assert.Equal(index.Count, index.Search(new DirectoryQuery(text)).Total);
    }

    [Fact]
    public async Task Words_that_nobody_uses_find_nothing()
    {
        var results = await SearchAsync(new DirectoryQuery("qqqqxxxxzzzz", Countries: ["XX"]));

        Assert.Equal(0, results.Total);
        Assert.Empty(results.Cards);
        Assert.Equal(1, results.PageCount);
    }

    private async Task<DirectoryIndex> IndexAsync() =>
        await fixture.Host.Services.GetRequiredService<DirectoryIndexSource>().CurrentAsync(TestContext.Current.CancellationToken);

    private async Task<DirectoryResults> SearchAsync(DirectoryQuery query) => (await IndexAsync()).Search(query);
}

public sealed class DirectorySearchTestsOnSqlite(DemonstrationOnSqlite fixture) : DirectorySearchTests(fixture), IClassFixture<DemonstrationOnSqlite>;

public sealed class DirectorySearchTestsOnPostgreSql(DemonstrationOnPostgreSql fixture) : DirectorySearchTests(fixture), IClassFixture<DemonstrationOnPostgreSql>;
