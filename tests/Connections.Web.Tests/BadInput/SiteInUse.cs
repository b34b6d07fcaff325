using System.Security.Cryptography;
using System.Text;
using Connections.Data.Identity;
using Connections.Domain.Calls;
using Connections.Domain.Directory;
using Connections.Domain.Newsletters;
using Connections.Domain.Shared;
using Connections.Testing;
using Connections.Testing.Crawling;
using Connections.Web.Features.Directory.Reading;
using Connections.Web.Security;
using Connections.Web.Tests.Features.Events;
using Connections.Web.Tests.Features.Grants;
using Connections.Web.Tests.Features.Newsletters;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.Web.Tests.BadInput;

/// <summary>Brings the demonstration to where every form of the site is in use: calls at each step, changes and messages that
/// wait, links that came by mail, people with an app and a passkey. Everything there twice that one form uses up and
/// another one wants too.</summary>
public sealed class SiteInUse(ConnectionsHost host)
{
    /// <summary>Key of the authenticator app of the person who has one.</summary>
    public string AppKey { get; private set; } = "";

    public async Task<IReadOnlyList<Persona>> PrepareAsync()
    {
        var people = Personas.Of(host.Pack).ToDictionary(p => p.Kind);
        Add(people, "the public", await LettersAsync());
        Add(people, "a member", await ApplicationsAsync(people["a member"].Person!.Value));
        Add(people, "a representative", await ChangesAsync(people["a representative"].Person!.Value));
        Add(people, Roles.Editor, await MessagesAsync());
        Add(people, Roles.ConsularPartner, await EventsAsync(people[Roles.ConsularPartner].Person!.Value));
        var (manager, reviewer) = await CallsAsync(people[Roles.Reviewer].Person!.Value);
        Add(people, Roles.FundManager, manager);
        Add(people, Roles.Reviewer, reviewer);
        return [.. people.Values, await WithLinkAsync(), .. await WithProofsAsync()];
    }

    private static void Add(Dictionary<string, Persona> people, string kind, IEnumerable<string> paths) =>
        people[kind] = people[kind] with { Paths = [.. people[kind].Paths, .. paths] };

    private async Task<IReadOnlyList<string>> LettersAsync()
    {
        var links = host.Links();
        var listing = await host.PublishedListingAsync(DirectoryExamples.Content("Kept for a year"));
        return
        [
            links.Preferences((await host.SubscriptionAsync(SubscriptionStatus.Active)).Id).PathAndQuery,
            links.Unsubscribe((await host.SubscriptionAsync(SubscriptionStatus.Active)).Id).PathAndQuery,
            links.Preferences((await host.SubscriptionAsync(SubscriptionStatus.Unsubscribed)).Id).PathAndQuery,
            links.Confirm((await host.SubscriptionAsync(SubscriptionStatus.Pending)).Id).PathAndQuery,
            host.Services.GetRequiredService<ConfirmationLinks>().For(listing.Id).PathAndQuery,
        ];
    }

    private async Task<IReadOnlyList<string>> ApplicationsAsync(AccountId member)
    {
        using var visitor = await host.SignedInAsync(member);
        var complete = await visitor.CompleteAsync(await host.AddOpenCallAsync());
        var begun = await visitor.BeginAsync(await host.AddOpenCallAsync());
        var open = await host.AddOpenCallAsync();
        return
        [
            complete.Path,
            $"{begun}/questions/project", $"{begun}/questions/money", $"{begun}/questions/papers", $"{begun}/withdraw",
            $"/grants/{open.Slug}/apply", $"/grants/{open.Slug}/apply/begin?new=yes&party=no",
        ];
    }

    private async Task<IReadOnlyList<string>> ChangesAsync(AccountId representative)
    {
        var drafted = await ChangedAsync("Drafted change", representative, isSent: false);
        var fresh = await host.PublishedListingAsync(DirectoryExamples.Content("Not yet changed"), representative);
        await ChangedAsync("First waiting change", representative, isSent: true);
        await ChangedAsync("Second waiting change", representative, isSent: true);
        await host.SubmittedListingAsync(DirectoryExamples.Content("Waits to be listed"), representative);
        var (check, own) = ($"/your-organisation/{drafted}", $"/your-organisation/{fresh.Id}");
        return [$"{check}/check", own, .. new[] { "name", "place", "words", "joining", "withdraw" }.Select(part => $"{own}/{part}")];
    }

    private async Task<ListingId> ChangedAsync(string name, AccountId representative, bool isSent)
    {
        var listing = await host.PublishedListingAsync(DirectoryExamples.Content(name), representative);
        var change = new ListingChange(ListingChangeId.New(), listing, representative, host.Clock.GetUtcNow());
        change.Save(listing.Content with { Place = "Wellington" });
        if (isSent)
        {
            var known = new ListingVocabulary(new HashSet<string> { "NZ" }, new HashSet<string> { "en" }, new HashSet<string>());
            Assert.True(change.Send(listing, known, host.Clock.GetUtcNow()).Succeeded);
        }

        await host.AddAsync(change);
        return listing.Id;
    }

    private async Task<IReadOnlyList<string>> MessagesAsync()
    {
        var listing = await host.PublishedListingAsync(DirectoryExamples.Content("Written about"));
        ListingMessage[] messages =
        [
            ListingMessage.Suggestion(listing.Id, "The place is wrong.", "reader@example.org", host.Clock.GetUtcNow()),
            ListingMessage.Suggestion(listing.Id, "The hour is wrong.", "reader@example.org", host.Clock.GetUtcNow()),
            ListingMessage.Claim(listing.Id, "I am the treasurer.", await host.PersonAsync(), host.Clock.GetUtcNow()),
            ListingMessage.Claim(listing.Id, "I am the secretary.", await host.PersonAsync(), host.Clock.GetUtcNow()),
        ];
        await host.AddAsync([.. messages]);
        return [.. messages.Select(m => $"/staff/directory/messages/{m.Id}")];
    }

    private async Task<IReadOnlyList<string>> EventsAsync(AccountId account)
    {
        var partner = await host.WithDataAsync(db => db.Partners.AsNoTracking().SingleAsync(p => p.AccountId == account));
        var weekly = await host.PublishedEventAsync(EventExamples.Details with { Title = "Every week", Recurrence = "FREQ=WEEKLY" }, partner);
        return [$"/your-events/{weekly.Id}/dates"];
    }

    /// <returns>Where the fund manager and the reviewer work.</returns>
    private async Task<(IReadOnlyList<string> Manager, IReadOnlyList<string> Reviewer)> CallsAsync(AccountId reviewer)
    {
        var unassigned = await CallExample.AddAsync(host, reviewers: 1);
        await unassigned.ApplicationAsync(1);
        await unassigned.ReviewerAsync(1);

        var reading = await CallExample.AddAsync(host, reviewers: 1);
        var seat = new PanelMember(PanelMemberId.New(), reading.Call.Id, reviewer, 1, new PanelMemberFacts(0, 20, ["en"], [], [], null));
        await host.AddAsync(seat);
        await reading.AssignAsync(await reading.ApplicationAsync(1), seat);
        await reading.AssignAsync(await reading.ApplicationAsync(2), seat);
        await reading.AssignAsync(await reading.ApplicationAsync(3), seat);
        await reading.ReviewAsync(await reading.ApplicationAsync(4), await reading.ReviewerAsync(2), 4, 4);

        var open = await CallExample.AddAsync(host, closesAt: host.Clock.GetUtcNow().AddDays(9), status: CallStatus.Open);
        var (deciding, checking, publishing) = (await ReviewedAsync(), await ReviewedAsync(), await ReviewedAsync());
        using var manager = await host.SignedInAsync(Roles.FundManager);
        foreach (var call in new[] { checking, publishing })
        {
            await (await manager.GetAsync($"/staff/grants/{call.Slug}/decisions/{call.Prefix}-001")).Form("Save this decision")
                .Set("Input.Kind", "Award").Set("Input.Amount", "4000").Set("Input.Reasons", "Good reasons").SubmitAsync();
        }

        await (await manager.GetAsync($"/staff/grants/{publishing.Slug}/decisions/check")).Form("Record decisions").SubmitAsync();
        return (
            [
                $"/staff/grants/{unassigned.Slug}/assign?plan=true", $"/staff/grants/{reading.Slug}/remind", $"/staff/grants/{reading.Slug}/end-reviewing", $"/staff/grants/{open.Slug}/close",
                $"/staff/grants/{deciding.Slug}/decisions/{deciding.Prefix}-001", $"/staff/grants/{deciding.Slug}/ranking/download",
                $"/staff/grants/{checking.Slug}/decisions/check", $"/staff/grants/{publishing.Slug}/publish",
            ],
            [$"/staff/grants/{reading.Slug}/reviews/{reading.Prefix}-001", $"/staff/grants/{reading.Slug}/reviews/{reading.Prefix}-002"]);
    }

    private async Task<CallExample> ReviewedAsync()
    {
        var call = await CallExample.AddAsync(host, reviewers: 1);
        await call.ReviewAsync(await call.ApplicationAsync(1), await call.ReviewerAsync(1), 6, 5);
        return call;
    }

    private async Task<Persona> WithLinkAsync()
    {
        var now = host.Clock.GetUtcNow();
        var (link, browser) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        await host.AddAsync(new SignInLink
        {
            Id = Guid.CreateVersion7(now),
            Email = "by-link@example.org",
            TokenHash = HashOf(link),
            BrowserHash = HashOf(browser),
            CreatedAt = now,
            ExpiresAt = now.AddYears(1),
        });
        return new Persona("somebody with a mailed link", null, null, []) { Paths = [$"/sign-in/link/{link}"], Cookie = ("connections.asked", browser) };
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private async Task<IReadOnlyList<Persona>> WithProofsAsync()
    {
        var (editor, member) = (await host.PersonAsync(Roles.Editor), await host.PersonAsync());
        await using var scope = host.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var withApp = (await accounts.FindByIdAsync(editor.ToString()))!;
        await accounts.ResetAuthenticatorKeyAsync(withApp);
        await accounts.SetTwoFactorEnabledAsync(withApp, enabled: true);
        AppKey = (await accounts.GetAuthenticatorKeyAsync(withApp))!;
        var withPasskey = (await accounts.FindByIdAsync(member.ToString()))!;
        await accounts.AddOrUpdatePasskeyAsync(
            withPasskey,
            new UserPasskeyInfo(RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(64), host.Clock.GetUtcNow(), 1, ["internal"], true, false, false, [1], [1]) { Name = "My phone" });
        return
        [
            new Persona("an editor who has to show the app", editor, null, [Roles.Editor]) { HasSecondFactor = false, Paths = ["/sign-in/second-factor"] },
            new Persona("an editor with an app", editor, null, [Roles.Editor]) { Paths = ["/account/authenticator"] },
            new Persona("a member with a passkey", member, null, []) { Paths = ["/account/passkeys"] },
        ];
    }
}
