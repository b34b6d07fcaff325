using System.Net;
using Connections.Domain.Directory;
using Connections.Domain.Shared;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.Directory.Emails;
using Connections.Web.Features.Directory.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.Features.Directory;

/// <summary>What somebody who represents an organisation does.</summary>
public abstract class OwnListingTests(HostFixture fixture)
{
    private ConnectionsHost Host => fixture.Host;

    [Fact]
    public async Task An_organisation_writes_its_listing_leaves_comes_back_and_sends_it()
    {
        using var visitor = await Host.SignedInAsync();
        var page = await (await visitor.GetAsync("/your-organisation/new?name=Caolas+Kayak+Club")).Form("Start writing").SubmitAsync();

        page = await page.Form("Save and continue").SubmitAsync();
        page.AssertHasError("Input.Kind", "Choose what kind of organisation it is");
        page = await page.Form("Save and continue").Set("Input.Kind", "other").SubmitAsync();
        page = await page.Form("Save and come back later").Set("Input.Place", "Halifax").SubmitAsync();
        Assert.Contains("Saved. You can come back to it any time.", page.Texts("[role=status]"));

        var id = (await OwnAsync(visitor.Person!.Value)).Id;
        page = await visitor.GetAsync($"/your-organisation/{id}/place");
        page = await page.Form("Save and continue").Set("Input.Country", "CA").Tick("Input.Meets", "in-person").SubmitAsync();
        page = await page.Form("Save and continue").Set("Input.Summary", "We paddle at dawn.").SubmitAsync();
        page = await page.Form("Save and continue").Tick("Input.Languages", "en", "gd").Set("Input.Website", "www.caolas.example.org").SubmitAsync();
        Assert.Equal("Check what you wrote", page.Heading);
        page = await page.Form("Send to be published").SubmitAsync();
        page.AssertHasError("Input.MayList", "Say that you may speak for the organisation");
        page = await page.Form("Send to be published").Tick("Input.MayList", "true").Tick("Input.ForeignState", "None").SubmitAsync();

        var listing = await OwnAsync(visitor.Person!.Value);
        Assert.Equal(ListingState.Submitted, listing.State);
        Assert.Equal(("Halifax", "https://www.caolas.example.org"), (listing.Content.Place, listing.Content.Website));
        Assert.Equal(["en", "gd"], listing.Content.Languages);
        await Host.OnlyMailAsync<ListingReceivedEmail>(await AddressAsync(visitor.Person!.Value));
    }

    [Fact]
    public async Task Typed_text_that_is_refused_is_shown_again_and_not_stored()
    {
        var (visitor, listing) = await PublishedAsync("Keeping Typed Text");
        using var _ = visitor;

        var page = await visitor.GetAsync($"/your-organisation/{listing.Id}/words");
        page = await page.Form("Save and continue").Set("Input.Summary", new string('x', 241)).SubmitAsync();

        page.AssertHasError("Input.Summary", "Use 240 characters or fewer");
        Assert.Equal(241, page.Form("Save and continue").Values.Single(v => v.Key == "Input.Summary").Value.Length);
        Assert.False(await Host.WithDataAsync(db => db.ListingChanges.AnyAsync(c => c.ListingId == listing.Id)));
    }

    [Fact]
    public async Task Changing_a_published_listing_leaves_it_as_it_is_and_waits_for_staff()
    {
        var (visitor, listing) = await PublishedAsync("Patient Choir");
        using var _ = visitor;

        await (await visitor.GetAsync($"/your-organisation/{listing.Id}/place")).Form("Save and come back later").Set("Input.When", "Thursdays").SubmitAsync();
        await (await visitor.GetAsync($"/your-organisation/{listing.Id}/check")).Form("Send the change").SubmitAsync();

        var change = await Host.WithDataAsync(db => db.ListingChanges.AsNoTracking().SingleAsync(c => c.ListingId == listing.Id));
        Assert.Equal((ListingChangeState.Waiting, "Thursdays"), (change.State, change.Content.When));
        Assert.DoesNotContain("Thursdays", (await visitor.GetAsync($"/directory/{listing.Slug}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_people_who_write_at_once_the_second_is_told_and_keeps_what_was_typed()
    {
        var (visitor, listing) = await PublishedAsync("Two Pens");
        using var _ = visitor;
        var first = (await visitor.GetAsync($"/your-organisation/{listing.Id}/place")).Form("Save and continue");
        var second = (await visitor.GetAsync($"/your-organisation/{listing.Id}/place")).Form("Save and continue");
        await first.Set("Input.When", "Mondays").SubmitAsync();

        var page = await second.Set("Input.When", "Fridays").SubmitAsync();

        Assert.StartsWith("Somebody else saved this in the meantime.", page.Texts(".error-summary li").Single(), StringComparison.Ordinal);
        Assert.Equal("Fridays", page.Form("Save and continue").Values.Single(v => v.Key == "Input.When").Value);
        Assert.Equal("Mondays", await Host.WithDataAsync(db => db.ListingChanges.Where(c => c.ListingId == listing.Id).Select(c => c.Content).SingleAsync()) is { } stored ? stored.When : null);
    }

    [Fact]
    public async Task A_listing_of_others_does_not_exist()
    {
        var (owner, listing) = await PublishedAsync("Private Affairs");
        owner.Dispose();
        using var stranger = await Host.SignedInAsync();

        foreach (var path in new[] { "", "/name", "/check", "/withdraw" })
        {
            (await stranger.GetAsync($"/your-organisation/{listing.Id}{path}")).AssertStatus(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_year_later_one_click_in_the_mail_confirms_without_signing_in()
    {
        var (owner, listing) = await PublishedAsync("Yearly Bread");
        owner.Dispose();
        await SetConfirmedAsync(listing.Id, Host.Clock.GetUtcNow().AddYears(-1));

        await Host.WithAsync<AskForConfirmations, bool>(async ask => { await ask.HandleAsync(default); return true; });
        await Host.WithAsync<AskForConfirmations, bool>(async ask => { await ask.HandleAsync(default); return true; });

        var mail = await Host.OnlyMailAsync<ConfirmListingEmail>(await AddressAsync(owner.Person!.Value));
        using var visitor = Host.Visitor();
        var page = await visitor.GetAsync(mail.Link("/directory/confirm/"));
        Assert.Equal(ListingState.DueForConfirmation, await StateAsync(listing.Id));
        page = await page.Form("Yes, all of it is right").SubmitAsync();
        Assert.Equal("Thank you. It is confirmed", page.Heading);
        Assert.Equal(ListingState.Published, await StateAsync(listing.Id));
    }

    [Fact]
    public async Task Nobody_who_answers_hides_the_listing_after_the_grace_time()
    {
        var (owner, listing) = await PublishedAsync("Silent Order");
        owner.Dispose();
        var asked = Host.Clock.GetUtcNow().AddDays(-ConfirmationPeriod.GraceDays);
        await SetConfirmedAsync(listing.Id, asked.AddYears(-1));
        await Host.WithDataAsync(async db =>
        {
            (await db.Listings.SingleAsync(l => l.Id == listing.Id)).BecomeDue(asked);
            await db.SaveChangesAsync();
        });

        await Host.WithAsync<AskForConfirmations, bool>(async ask => { await ask.HandleAsync(default); return true; });

        Assert.Equal(ListingState.Dormant, await StateAsync(listing.Id));
        await Host.OnlyMailAsync<ListingDormantEmail>(await AddressAsync(owner.Person!.Value));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("CfDJ8AAAA")]
    public async Task A_confirmation_link_that_was_made_up_is_not_found(string token)
    {
        using var visitor = Host.Visitor();

        (await visitor.GetAsync($"/directory/confirm/{token}")).AssertStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Withdrawing_asks_first_and_then_takes_the_listing_out()
    {
        var (visitor, listing) = await PublishedAsync("Leaving Quietly");
        using var _ = visitor;

        var page = await visitor.GetAsync($"/your-organisation/{listing.Id}/withdraw");
        Assert.Equal(ListingState.Published, await StateAsync(listing.Id));
        await page.Form("Yes, take it out").SubmitAsync();

        Assert.Equal(ListingState.Withdrawn, await StateAsync(listing.Id));
        (await visitor.GetAsync($"/directory/{listing.Slug}")).AssertStatus(HttpStatusCode.NotFound);
    }

    private async Task<(Visitor Visitor, Listing Listing)> PublishedAsync(string name)
    {
        var visitor = await Host.SignedInAsync();
        return (visitor, await Host.PublishedListingAsync(DirectoryExamples.Content(name), visitor.Person!.Value));
    }

    private Task<Listing> OwnAsync(AccountId account) => Host.WithDataAsync(async db =>
    {
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Representatives.Any(r => r.AccountId == account));
        return await db.Listings.AsNoTracking().SingleAsync(l => l.OrganisationId == organisation.Id);
    });

    private Task<string> AddressAsync(AccountId account) =>
        Host.WithDataAsync(db => db.Users.Where(u => u.Id == account.Value).Select(u => u.Email!).SingleAsync());

    private Task<ListingState> StateAsync(ListingId id) => Host.WithDataAsync(db => db.Listings.Where(l => l.Id == id).Select(l => l.State).SingleAsync());

    private Task SetConfirmedAsync(ListingId id, DateTimeOffset at) => Host.WithDataAsync(async db =>
    {
        (await db.Listings.SingleAsync(l => l.Id == id)).Confirm(at);
        await db.SaveChangesAsync();
    });
}

public sealed class OwnListingTestsOnSqlite(OnSqlite fixture) : OwnListingTests(fixture), IClassFixture<OnSqlite>;

public sealed class OwnListingTestsOnPostgreSql(OnPostgreSql fixture) : OwnListingTests(fixture), IClassFixture<OnPostgreSql>;
