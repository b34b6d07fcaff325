using System.Net;
using Connections.Domain.Directory;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.Directory.Emails;
using Connections.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.Features.Directory;

/// <summary>What staff who moderate the directory do.</summary>
public abstract class DirectoryStaffTests(HostFixture fixture)
{
    private ConnectionsHost Host => fixture.Host;

    [Fact]
    public async Task Publishing_puts_the_listing_into_the_directory_and_tells_the_organisation()
    {
        var person = await Host.PersonAsync();
        var listing = await Host.SubmittedListingAsync(DirectoryExamples.Content("Fresh Faces"), person);
        using var editor = await Host.SignedInAsync(Roles.Editor);

        var page = await (await editor.GetAsync($"/staff/directory/listings/{listing.Id}")).Form("Publish").SubmitAsync();

        Assert.Contains("Fresh Faces", page.Texts("[role=status]").Single(), StringComparison.Ordinal);
        using var visitor = Host.Visitor();
        Assert.Equal("Fresh Faces", (await visitor.GetAsync("/directory/fresh-faces")).Heading);
        await Host.OnlyMailAsync<ListingPublishedEmail>(await AddressAsync(person.Value));
        Assert.True(await Host.WithDataAsync(db => db.AuditEntries.AnyAsync(e => e.Action == "directory.publish" && e.Subject == $"listing:{listing.Id}")));
    }

    [Fact]
    public async Task Two_listings_of_one_name_have_two_addresses_and_staff_see_that_they_look_alike()
    {
        await PublishAsync(await Host.SubmittedListingAsync(DirectoryExamples.Content("Twin Reel Band")));
        var second = await Host.SubmittedListingAsync(DirectoryExamples.Content("Twin Reel Band"));
        using var editor = await Host.SignedInAsync(Roles.Editor);

        var page = await editor.GetAsync($"/staff/directory/listings/{second.Id}");
        Assert.Contains("Look: another listing has a similar name Twin Reel Band", page.Texts(".checks li"));
        await page.Form("Publish").SubmitAsync();

        Assert.Equal(["twin-reel-band", "twin-reel-band-2"], await Host.WithDataAsync(db => db.Listings.Where(l => l.Slug!.StartsWith("twin-reel-band")).Select(l => l.Slug!).Order().ToListAsync()));
    }

    [Fact]
    public async Task Returning_needs_words_and_sends_them()
    {
        var person = await Host.PersonAsync();
        var listing = await Host.SubmittedListingAsync(DirectoryExamples.Content("Nearly There"), person);
        using var editor = await Host.SignedInAsync(Roles.Editor);

        var page = await (await editor.GetAsync($"/staff/directory/listings/{listing.Id}")).Form("Return with these words").SubmitAsync();
        page.AssertHasError("Input.Reason", "Write a few words, so that they know why");
        await page.Form("Return with these words").Set("Input.Reason", "Please say where you meet.").SubmitAsync();

        var stored = await Host.WithDataAsync(db => db.Listings.AsNoTracking().SingleAsync(l => l.Id == listing.Id));
        Assert.Equal((ListingState.Returned, "Please say where you meet."), (stored.State, stored.ReturnReason));
        Assert.Contains("Please say where you meet.", (await Host.OnlyMailAsync<ListingReturnedEmail>(await AddressAsync(person.Value))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_people_who_decide_the_second_is_told_in_words()
    {
        var listing = await Host.SubmittedListingAsync(DirectoryExamples.Content("Decided Twice"));
        using var editor = await Host.SignedInAsync(Roles.Editor);
        var first = (await editor.GetAsync($"/staff/directory/listings/{listing.Id}")).Form("Return with these words");
        var second = (await editor.GetAsync($"/staff/directory/listings/{listing.Id}")).Form("Publish");
        await first.Set("Input.Reason", "Not yet.").SubmitAsync();

        var page = await second.SubmitAsync();

        Assert.Equal(["This listing no longer waits. Somebody has dealt with it."], page.Texts(".error-summary li"));
        Assert.Contains("It went back to the organisation with words of our team.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Forms());
        Assert.Equal(ListingState.Returned, await Host.WithDataAsync(db => db.Listings.Where(l => l.Id == listing.Id).Select(l => l.State).SingleAsync()));
    }

    [Fact]
    public async Task A_change_is_shown_before_and_after_and_published_field_by_field()
    {
        var person = await Host.PersonAsync();
        var listing = await Host.PublishedListingAsync(DirectoryExamples.Content("Changing Guard") with { When = "Tuesdays, 7pm" }, person);
        var change = await WaitingChangeAsync(listing, person, c => c with { When = "Thursdays, 7pm", Cost = "Free" });
        using var editor = await Host.SignedInAsync(Roles.Editor);

        var page = await editor.GetAsync($"/staff/directory/changes/{change.Id}");
        Assert.Equal(["Tuesdays,"], page.Texts("table.change del"));
        Assert.Equal(["Thursdays,", "Free"], page.Texts("table.change ins"));
        page = await page.Form("Publish what is ticked, return the rest").Tick("Publish", "When").SubmitAsync();
        page.AssertHasError("Input.Reason", "Write a few words, so that they know why");
        await page.Form("Publish what is ticked, return the rest").Set("Input.Reason", "What does it cost visitors?").SubmitAsync();

        var content = await Host.WithDataAsync(db => db.Listings.Where(l => l.Id == listing.Id).Select(l => l.Content).SingleAsync());
        Assert.Equal(("Thursdays, 7pm", null), (content.When, content.Cost));
        var mail = await Host.OnlyMailAsync<ChangeDecidedEmail>(await AddressAsync(person.Value));
        Assert.Contains("Published: When.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Left as it was: Cost.", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_was_decided_meanwhile_says_so()
    {
        var person = await Host.PersonAsync();
        var listing = await Host.PublishedListingAsync(DirectoryExamples.Content("Changed Twice"), person);
        var change = await WaitingChangeAsync(listing, person, c => c with { Cost = "Free" });
        using var editor = await Host.SignedInAsync(Roles.Editor);
        var first = (await editor.GetAsync($"/staff/directory/changes/{change.Id}")).Form("Publish what is ticked, return the rest");
        var second = (await editor.GetAsync($"/staff/directory/changes/{change.Id}")).Form("Return all of it");
        await first.SubmitAsync();

        var page = await second.Set("Input.Reason", "Not yet.").SubmitAsync();

        Assert.Equal(["This change no longer waits. Somebody has dealt with it, or it was taken back."], page.Texts(".error-summary li"));
        Assert.Contains("It was published.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_changed_is_shown_and_the_website_is_there_to_be_opened()
    {
        var person = await Host.PersonAsync();
        var content = DirectoryExamples.Content("Same Three") with { Languages = ["en", "gd", "fr"], Website = "https://same.example.org/" };
        var listing = await Host.PublishedListingAsync(content, person);
        var change = await WaitingChangeAsync(listing, person, c => c with { Languages = ["gd", "fr", "en"], Cost = "Free" });
        using var editor = await Host.SignedInAsync(Roles.Editor);

        var page = await editor.GetAsync($"/staff/directory/changes/{change.Id}");

        Assert.Equal(["Cost"], page.Texts("table.change tbody th"));
        var link = Assert.Single(page.Document.QuerySelectorAll(".checks a[href='https://same.example.org/']"));
        Assert.Equal("noopener nofollow", link.GetAttribute("rel"));
    }

    [Fact]
    public async Task A_claim_that_is_accepted_opens_the_listing_to_the_person()
    {
        var listing = await Host.PublishedListingAsync(DirectoryExamples.Content("Claimed Ground"));
        using var claimant = await Host.SignedInAsync();
        var form = (await claimant.GetAsync($"/directory/{listing.Slug}/this-is-us")).Form("Send request");
        await form.Set("Input.Words", "I am the secretary.").SubmitAsync();
        (await claimant.GetAsync($"/your-organisation/{listing.Id}")).AssertStatus(HttpStatusCode.NotFound);
        var message = await Host.WithDataAsync(db => db.ListingMessages.AsNoTracking().SingleAsync(m => m.ListingId == listing.Id));
        using var editor = await Host.SignedInAsync(Roles.Editor);

        await (await editor.GetAsync($"/staff/directory/messages/{message.Id}")).Form("Let them speak for the organisation").SubmitAsync();

        Assert.Equal("Claimed Ground", (await claimant.GetAsync($"/your-organisation/{listing.Id}")).Heading);
        await Host.OnlyMailAsync<MessageAnsweredEmail>(await AddressAsync(claimant.Person!.Value.Value));
    }

    [Fact]
    public async Task What_waits_is_on_the_directorys_page_with_the_same_number_of_queries_for_any_number()
    {
        await Host.SubmittedListingAsync(DirectoryExamples.Content("Waiting One"));
        using var editor = await Host.SignedInAsync(Roles.Editor);
        await editor.GetAsync("/staff/directory");

        await Host.AssertSameQueryCount(
            async () => Assert.Contains("Waiting One", (await editor.GetAsync("/staff/directory")).Text, StringComparison.Ordinal),
            async () =>
            {
                await Host.SubmittedListingAsync(DirectoryExamples.Content("Waiting Two"));
                await Host.SubmittedListingAsync(DirectoryExamples.Content("Waiting Three"));
            });
    }

    [Fact]
    public async Task Staff_who_do_not_moderate_cannot_open_it()
    {
        var listing = await Host.SubmittedListingAsync(DirectoryExamples.Content("Not For Reviewers"));
        using var reviewer = await Host.SignedInAsync(Roles.Reviewer);

        (await reviewer.GetAsync($"/staff/directory/listings/{listing.Id}")).AssertStatus(HttpStatusCode.Forbidden);
    }

    private async Task PublishAsync(Listing listing)
    {
        using var editor = await Host.SignedInAsync(Roles.Editor);
        await (await editor.GetAsync($"/staff/directory/listings/{listing.Id}")).Form("Publish").SubmitAsync();
    }

    private Task<ListingChange> WaitingChangeAsync(Listing listing, Connections.Domain.Shared.AccountId person, Func<ListingContent, ListingContent> edit) =>
        Host.WithDataAsync(async db =>
        {
            var stored = await db.Listings.SingleAsync(l => l.Id == listing.Id);
            var change = new ListingChange(ListingChangeId.New(), stored, person, Host.Clock.GetUtcNow());
            change.Save(edit(stored.Content));
            var known = new ListingVocabulary(new HashSet<string> { "NZ" }, new HashSet<string> { "en", "gd", "fr" }, new HashSet<string>());
            Assert.Equal(Connections.Domain.Shared.Outcome.Done, change.Send(stored, known, Host.Clock.GetUtcNow()));
            db.ListingChanges.Add(change);
            await db.SaveChangesAsync();
            return change;
        });

    private Task<string> AddressAsync(Guid account) =>
        Host.WithDataAsync(db => db.Users.Where(u => u.Id == account).Select(u => u.Email!).SingleAsync());
}

public sealed class DirectoryStaffTestsOnSqlite(OnSqlite fixture) : DirectoryStaffTests(fixture), IClassFixture<OnSqlite>;

public sealed class DirectoryStaffTestsOnPostgreSql(OnPostgreSql fixture) : DirectoryStaffTests(fixture), IClassFixture<OnPostgreSql>;
