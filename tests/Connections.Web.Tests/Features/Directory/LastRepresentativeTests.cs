using Connections.Domain.Directory;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.Features.Directory;

/// <summary>The one person who represents an organisation erases their account.</summary>
public abstract class LastRepresentativeTests(HostFixture fixture)
{
    private ConnectionsHost Host => fixture.Host;

    [Fact]
    public async Task They_are_told_first_and_then_nobody_is_written_to_and_staff_see_it()
    {
        using var person = await Host.SignedInAsync();
        var listing = await Host.PublishedListingAsync(DirectoryExamples.Content("Orphaned Orchestra"), person.Person!.Value);
        using var visitor = Host.Visitor();
        Assert.Contains("Write to them", (await visitor.GetAsync($"/directory/{listing.Slug}")).Texts("a"));

        var page = await person.GetAsync("/account/erase");
        Assert.Contains(page.Texts(".notice li"), says => says.StartsWith("You alone speak for Orphaned Orchestra. Its entry stays", StringComparison.Ordinal));
        page = await page.Form("Erase my account").SubmitAsync();
        Assert.Single(page.Texts(".notice li"));
        page = await page.Form("Erase my account").Tick("IsSure", "true").SubmitAsync();
        Assert.Contains("Nobody can be written to any more at an organisation that you alone spoke for.", page.Text, StringComparison.Ordinal);

        var stored = await Host.WithDataAsync(db => db.Listings.AsNoTracking().SingleAsync(l => l.Id == listing.Id));
        Assert.Equal(ListingState.DueForConfirmation, stored.State);
        Assert.NotNull(stored.AskedAt);
        page = await visitor.GetAsync($"/directory/{listing.Slug}");
        Assert.Equal("Orphaned Orchestra", page.Heading);
        Assert.DoesNotContain("Write to them", page.Texts("a"));
        page = await visitor.GetAsync($"/directory/{listing.Slug}/contact");
        Assert.Empty(page.Forms());
        Assert.Contains("Nobody of this group can be written to here just now.", page.Text, StringComparison.Ordinal);
        using var editor = await Host.SignedInAsync(Roles.Editor);
        page = await editor.GetAsync("/staff/directory");
        Assert.Contains(page.Texts("tbody tr"), row => row.StartsWith("Orphaned Orchestra Nobody is left who can confirm it", StringComparison.Ordinal));
        page = await page.FollowAsync("Orphaned Orchestra");
        Assert.Contains("somebody must confirm it", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_waits_goes_on_waiting_and_no_longer_says_who_asked()
    {
        using var person = await Host.SignedInAsync();
        var listing = await Host.PublishedListingAsync(DirectoryExamples.Content("Waiting Behind"), person.Person!.Value);
        await (await person.GetAsync($"/your-organisation/{listing.Id}/place")).Form("Save and come back later").Set("Input.When", "Thursdays").SubmitAsync();
        await (await person.GetAsync($"/your-organisation/{listing.Id}/check")).Form("Send the change").SubmitAsync();

        await (await person.GetAsync("/account/erase")).Form("Erase my account").Tick("IsSure", "true").SubmitAsync();

        var change = await Host.WithDataAsync(db => db.ListingChanges.AsNoTracking().SingleAsync(c => c.ListingId == listing.Id));
        Assert.Equal((ListingChangeState.Waiting, default), (change.State, change.AskedBy));
        using var editor = await Host.SignedInAsync(Roles.Editor);
        var page = await editor.GetAsync($"/staff/directory/changes/{change.Id}");
        Assert.Contains(page.Texts(".notice"), says => says.StartsWith("Nobody represents this organisation any more", StringComparison.Ordinal));
        await page.Form("Publish what is ticked, return the rest").SubmitAsync();
        Assert.Equal("Thursdays", (await Host.WithDataAsync(db => db.Listings.Where(l => l.Id == listing.Id).Select(l => l.Content).SingleAsync())).When);
    }

    [Fact]
    public async Task An_organisation_that_was_written_to_at_their_own_address_is_alone_too()
    {
        using var person = await Host.SignedInAsync();
        var listing = await Host.PublishedListingAsync(DirectoryExamples.Content("Same Address"), person.Person!.Value);
        await Host.WithDataAsync(async db =>
        {
            var address = await db.Users.Where(u => u.Id == person.Person!.Value.Value).Select(u => u.Email).SingleAsync();
            await db.Organisations.Where(o => o.Id == listing.OrganisationId).ExecuteUpdateAsync(s => s.SetProperty(o => o.RelayEmail, address));
        });

        var page = await person.GetAsync("/account/erase");
        Assert.Contains(page.Texts(".notice li"), says => says.StartsWith("You alone speak for Same Address.", StringComparison.Ordinal));
        await page.Form("Erase my account").Tick("IsSure", "true").SubmitAsync();

        Assert.Equal(ListingState.DueForConfirmation, await Host.WithDataAsync(db => db.Listings.Where(l => l.Id == listing.Id).Select(l => l.State).SingleAsync()));
    }

    [Fact]
    public async Task Where_somebody_else_speaks_for_it_too_nothing_changes()
    {
        using var person = await Host.SignedInAsync();
        var listing = await Host.PublishedListingAsync(DirectoryExamples.Content("Two Of Us"), person.Person!.Value, await Host.PersonAsync());

        var page = await person.GetAsync("/account/erase");
        Assert.Empty(page.Texts(".notice li"));
        await page.Form("Erase my account").Tick("IsSure", "true").SubmitAsync();

        Assert.Equal(ListingState.Published, await Host.WithDataAsync(db => db.Listings.Where(l => l.Id == listing.Id).Select(l => l.State).SingleAsync()));
        using var visitor = Host.Visitor();
        Assert.Contains("Write to them", (await visitor.GetAsync($"/directory/{listing.Slug}")).Texts("a"));
    }

    [Fact]
    public async Task Somebody_who_is_let_in_can_be_written_to_at_once()
    {
        var listing = await Host.PublishedListingAsync(DirectoryExamples.Content("Found Again"));
        using var visitor = Host.Visitor();
        Assert.DoesNotContain("Write to them", (await visitor.GetAsync($"/directory/{listing.Slug}")).Texts("a"));
        using var claimant = await Host.SignedInAsync();
        await (await claimant.GetAsync($"/directory/{listing.Slug}/this-is-us")).Form("Send request").Set("Input.Words", "I am the secretary.").SubmitAsync();
        var message = await Host.WithDataAsync(db => db.ListingMessages.Where(m => m.ListingId == listing.Id).Select(m => m.Id).SingleAsync());
        using var editor = await Host.SignedInAsync(Roles.Editor);
        await (await editor.GetAsync($"/staff/directory/messages/{message}")).Form("Let them speak for the organisation").SubmitAsync();

        Assert.Contains("Write to them", (await visitor.GetAsync($"/directory/{listing.Slug}")).Texts("a"));
    }
}

public sealed class LastRepresentativeTestsOnSqlite(OnSqlite fixture) : LastRepresentativeTests(fixture), IClassFixture<OnSqlite>;

public sealed class LastRepresentativeTestsOnPostgreSql(OnPostgreSql fixture) : LastRepresentativeTests(fixture), IClassFixture<OnPostgreSql>;
