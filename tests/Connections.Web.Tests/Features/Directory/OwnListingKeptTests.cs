using System.Net;
using Connections.Domain.Directory;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.Features.Directory;

/// <summary>What an organisation wrote is not lost: not when it comes back, not when the listing is taken out.</summary>
public abstract class OwnListingKeptTests(HostFixture fixture)
{
    private ConnectionsHost Host => fixture.Host;

    [Fact]
    public async Task A_change_that_came_back_is_gone_on_from_and_says_why()
    {
        var (visitor, listing) = await PublishedAsync("Coming Back");
        using var _ = visitor;
        await WriteAsync(visitor, listing, "Input.When", "Thursdays, or so");
        await (await visitor.GetAsync($"/your-organisation/{listing.Id}/check")).Form("Send the change").SubmitAsync();
        await ReturnAsync(listing, "Which Thursdays?");

        var page = await visitor.GetAsync($"/your-organisation/{listing.Id}");
        Assert.Contains("Your last change was not published", page.Texts(".callout h2"));
        Assert.Contains("Which Thursdays?", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Thursdays, or so", page.Text, StringComparison.Ordinal);
        await page.FollowAsync("Go on from what you sent");
        page = await visitor.GetAsync($"/your-organisation/{listing.Id}/place");
        Assert.Contains("Which Thursdays?", page.Text, StringComparison.Ordinal);
        Assert.Equal("Thursdays, or so", Value(page.Form("Save and continue"), "Input.When"));

        // Another part is saved first: what was sent in this one is in the new change all the same.
        await (await visitor.GetAsync($"/your-organisation/{listing.Id}/joining")).Form("Save and come back later").Set("Input.Cost", "Free").SubmitAsync();
        page = await visitor.GetAsync($"/your-organisation/{listing.Id}/check");
        Assert.Contains("You change: When, Cost.", page.Texts("p"));
        await page.Form("Send the change").SubmitAsync();

        var change = await Host.WithDataAsync(db => db.ListingChanges.AsNoTracking().SingleAsync(c => c.ListingId == listing.Id && c.State == ListingChangeState.Waiting));
        Assert.Equal(("Thursdays, or so", "Free"), (change.Content.When, change.Content.Cost));
    }

    [Fact]
    public async Task A_listing_that_was_taken_out_is_listed_again_with_all_it_said()
    {
        var (visitor, listing) = await PublishedAsync("There And Back");
        using var _ = visitor;
        var page = await visitor.GetAsync($"/your-organisation/{listing.Id}/withdraw");
        Assert.Contains("You can list it again at any time", page.Text, StringComparison.Ordinal);
        page = await page.Form("Yes, take it out").SubmitAsync();

        page = await page.Form("List it again").SubmitAsync();

        Assert.Contains("It is a draft again. Look through it and send it to us.", page.Texts("[role=status]"));
        (await visitor.GetAsync($"/directory/{listing.Slug}")).AssertStatus(HttpStatusCode.NotFound);
        page = await page.FollowAsync("Check and send");
        await page.Form("Send to be published").Tick("Input.MayList", "true").Tick("Input.ForeignState", "None").SubmitAsync();
        using var editor = await Host.SignedInAsync(Roles.Editor);
        await (await editor.GetAsync($"/staff/directory/listings/{listing.Id}")).Form("Publish").SubmitAsync();
        page = await visitor.GetAsync($"/directory/{listing.Slug}");
        Assert.Equal("There And Back", page.Heading);
        Assert.Contains("We meet every week.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_listing_that_was_not_taken_out_is_not_made_a_draft()
    {
        var (visitor, listing) = await PublishedAsync("Still Here");
        using var _ = visitor;
        var form = (await visitor.GetAsync($"/your-organisation/{listing.Id}")).Form("Confirm that all of it is right");

        var page = await visitor.PostAsync($"/your-organisation/{listing.Id}?handler=ListAgain", new FormUrlEncodedContent(form.Values));

        Assert.Equal(["This listing has not been taken out, or is a draft again already."], page.Texts(".error-summary li"));
        Assert.Equal(ListingState.Published, await Host.WithDataAsync(db => db.Listings.Where(l => l.Id == listing.Id).Select(l => l.State).SingleAsync()));
    }

    [Fact]
    public async Task What_is_published_is_shown_as_published_beside_a_change_that_is_not_sent()
    {
        var (visitor, listing) = await PublishedAsync("Two Versions");
        using var _ = visitor;
        await WriteAsync(visitor, listing, "Input.When", "Never on Sundays");

        var page = await visitor.GetAsync($"/your-organisation/{listing.Id}");

        Assert.DoesNotContain("Never on Sundays", page.Text, StringComparison.Ordinal);
        Assert.Contains("What is published", page.Texts("h2"));
        Assert.Contains("You have begun a change that you have not sent.", page.Texts(".notice p"));
        page = await page.FollowAsync("Go on with the change");
        Assert.Equal("Name and kind", page.Heading);
        Assert.Contains("Never on Sundays", (await visitor.GetAsync($"/your-organisation/{listing.Id}/check")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_represents_it_already_is_not_asked_whether_they_do()
    {
        var (visitor, listing) = await PublishedAsync("Already Ours");
        using var _ = visitor;

        var page = await (await visitor.GetAsync($"/directory/{listing.Slug}")).FollowAsync("This is us: manage this page");

        Assert.Equal($"/your-organisation/{listing.Id}", page.Path);
    }

    private static string Value(PageForm form, string name) => form.Values.Single(v => v.Key == name).Value;

    private static async Task WriteAsync(Visitor visitor, Listing listing, string field, string text) =>
        await (await visitor.GetAsync($"/your-organisation/{listing.Id}/place")).Form("Save and come back later").Set(field, text).SubmitAsync();

    private async Task ReturnAsync(Listing listing, string reason)
    {
        var change = await Host.WithDataAsync(db => db.ListingChanges.Where(c => c.ListingId == listing.Id).Select(c => c.Id).SingleAsync());
        using var editor = await Host.SignedInAsync(Roles.Editor);
        await (await editor.GetAsync($"/staff/directory/changes/{change}")).Form("Return all of it").Set("Input.Reason", reason).SubmitAsync();
    }

    private async Task<(Visitor Visitor, Listing Listing)> PublishedAsync(string name)
    {
        var visitor = await Host.SignedInAsync();
        return (visitor, await Host.PublishedListingAsync(DirectoryExamples.Content(name), visitor.Person!.Value));
    }
}

public sealed class OwnListingKeptTestsOnSqlite(OnSqlite fixture) : OwnListingKeptTests(fixture), IClassFixture<OnSqlite>;

public sealed class OwnListingKeptTestsOnPostgreSql(OnPostgreSql fixture) : OwnListingKeptTests(fixture), IClassFixture<OnPostgreSql>;
