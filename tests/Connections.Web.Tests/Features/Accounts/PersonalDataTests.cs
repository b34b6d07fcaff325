using System.Security.Cryptography;
using System.Text.Json;
using Connections.Data.Identity;
using Connections.Domain.Ambassadors;
using Connections.Domain.Calls;
using Connections.Domain.Directory;
using Connections.Domain.Events;
using Connections.Domain.Forms;
using Connections.Domain.Newsletters;
using Connections.Domain.Partners;
using Connections.Domain.Shared;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Tests.Features.Grants;
using Connections.Web.Tests.Features.Newsletters;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.Web.Tests.Features.Accounts;

/// <summary>Somebody who did everything one can do here: everything is in the file they get, and nothing leads to them once they are erased.</summary>
public abstract class PersonalDataTests(HostFixture fixture)
{
    /// <summary>The record of what was done is a chain of hashes: a word taken out of it would break it.</summary>
    private static readonly string[] Kept = ["AuditEntries"];

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ConnectionsHost host = fixture.Host;

    [Fact]
    public async Task The_file_holds_everything_that_somebody_did()
    {
        var (visitor, address) = await BusyPersonAsync();
        using var _ = visitor;

        using var file = await ExportAsync(visitor);
        var json = file.RootElement;

        Assert.Equal(address, json.GetProperty("account").GetProperty("email").GetString());
        Says(json, "account", "passkeys", "My phone");
        Says(json, "account", "signInLinks", "createdAt");
        Says(json, "account", "mail", "A question for you");
        Says(json, "account", "done", "accounts.welcome-test");
        Says(json, "newsletter", "subscription", address, "culture", "NZ");
        Says(json, "newsletter", "editionsSent", "Spring letters");
        Says(json, "newsletter", "consents", "withdrawn", "Stop all letters");
        Assert.Equal(["decided", "draft", "withdrawn"], json.GetProperty("applications").EnumerateArray().Select(a => a.GetProperty("status").GetString()!.ToLowerInvariant()).Order());
        Says(json, "applications", null, "What the draft says", "letter.pdf", "What project", "Useful feedback", "-A01");
        Says(json, "reviewing", "seats", "Reason of reviewer 7 for plan", "A friend of mine");
        Says(json, "events", "partner", "Consulate of Everywhere");
        Says(json, "events", "shared", "Lecture by candlelight");
        Says(json, "ambassador", null, "I open doors");
        Says(json, "directory", "represents", "Busy organisation");
        Says(json, "directory", "addressOf", "Organisation of one address");
        Says(json, "directory", "messages", "The hour is wrong");
    }

    [Fact]
    public async Task After_erasure_no_table_leads_to_the_person()
    {
        var (visitor, address) = await BusyPersonAsync();
        using var _ = visitor;
        Assert.NotEmpty(await WhereIsAsync(address));

        var erased = await EraseAsync(visitor);

        erased.AssertShown("Your account is erased");
        Faults.AssertNone((await WhereIsAsync(address)).Except(Kept));
        Assert.False(await host.WithDataAsync(db => db.Users.AnyAsync(u => u.Id == visitor.Person!.Value.Value)));
    }

    [Fact]
    public async Task What_was_decided_stays_without_the_person()
    {
        var (visitor, _) = await BusyPersonAsync();
        using var __ = visitor;
        var person = visitor.Person!.Value;

        await EraseAsync(visitor);

        var applications = await host.WithDataAsync(db => db.Applications.AsNoTracking().Where(a => a.AccountId == person).ToListAsync());
        var decided = Assert.Single(applications);
        Assert.Equal(ApplicationStatus.Decided, decided.Status);
        Assert.Null(decided.Applicant);
        Assert.Null(decided.Answers.Text("applicantName"));
        Assert.NotNull(decided.Answers.Text("title"));
        Assert.True(await host.WithDataAsync(db => db.Awards.AnyAsync(a => a.ApplicationId == decided.Id)));
        var seat = await host.WithDataAsync(db => db.PanelMembers.AsNoTracking().SingleAsync(m => m.AccountId == person));
        Assert.Equal((7, null, 0), (seat.Number, seat.Organisation, seat.Languages.Count));
        Assert.Equal(1, await host.WithDataAsync(db => db.Reviews.CountAsync(r => r.PanelMemberId == seat.Id)));
        Assert.Equal(1, await host.WithDataAsync(db => db.Events.CountAsync(e => e.Details.Title == "Lecture by candlelight" && e.Organiser == $"{person}" && e.SharedBy == null)));

        // Staff still read the call of somebody who is gone.
        using var manager = await host.SignedInAsync("FundManager");
        var slug = await host.WithDataAsync(db => db.Calls.Where(c => c.Id == seat.CallId).Select(c => c.Slug).SingleAsync());
        foreach (var page in new[] { "", "/ranking", "/assign" })
        {
            (await manager.GetAsync($"/staff/grants/{slug}{page}")).AssertStatus(System.Net.HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task While_an_application_or_a_review_is_open_the_page_says_which_and_erases_nothing()
    {
        using var visitor = await host.SignedInAsync("Reviewer");
        var person = visitor.Person!.Value;
        var open = await CallExample.AddAsync(host);
        var other = await open.ApplicationAsync(1);
        var seat = new PanelMember(PanelMemberId.New(), open.Call.Id, person, 1, new PanelMemberFacts(0, 9, ["en"], [], [], null));
        await host.AddAsync(seat);
        await open.AssignAsync(other, seat);
        var waiting = await SentAsync(await CallExample.AddAsync(host), person, 1, ApplicationStatus.Submitted);

        var page = await visitor.GetAsync("/account/erase");

        Assert.Contains($"Your application {waiting.Reference} is being decided.", page.Text, StringComparison.Ordinal);
        Assert.Contains("One application waits for your review.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Forms(), f => f.Action == "/account/erase");
    }

    private static void Says(JsonElement json, string part, string? within, params string[] words)
    {
        Assert.True(json.TryGetProperty(part, out var found), $"The file has no {part}.");
        var text = JsonSerializer.Serialize(within is null ? found : found.GetProperty(within), Readable);
        Assert.All(words, word => Assert.Contains(word, text, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<JsonDocument> ExportAsync(Visitor visitor)
    {
        var form = (await visitor.GetAsync("/account/export")).Form("Download my data");
        using var file = await visitor.SendAsync("/account/export", new FormUrlEncodedContent(form.Values));
        return JsonDocument.Parse(await file.Content.ReadAsStringAsync());
    }

    private static async Task<HtmlPage> EraseAsync(Visitor visitor) =>
        await (await visitor.GetAsync("/account/erase")).Form("Erase my account").Put("IsSure", "true").SubmitAsync();

    /// <summary>Tables in which any column holds the words.</summary>
    private Task<List<string>> WhereIsAsync(string words) => host.WithDataAsync(async db =>
    {
        var found = new List<string>();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        foreach (var table in db.Model.GetRelationalModel().Tables)
        {
            var columns = string.Join(" or ", table.Columns.Select(c => $"lower(cast(\"{c.Name}\" as text)) like '%{words.ToLowerInvariant()}%'"));
            command.CommandText = $"select count(*) from \"{table.Name}\" where {columns}";
            if (Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) > 0)
            {
                found.Add(table.Name);
            }
        }

        return found;
    });

    private async Task<(Visitor Visitor, string Address)> BusyPersonAsync()
    {
        var visitor = await host.SignedInAsync("Reviewer");
        var person = visitor.Person!.Value;
        var address = await host.WithDataAsync(db => db.Users.Where(u => u.Id == person.Value).Select(u => u.Email!).SingleAsync());
        await AccountAsync(person, address);
        await NewsletterAsync(address);
        await ApplicationsAsync(visitor, person);
        await ReviewerAsync(person, address);
        await PublicAsync(person, address);
        return (visitor, address);
    }

    private async Task AccountAsync(AccountId person, string address)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await accounts.FindByIdAsync(person.ToString()))!;
        await accounts.AddOrUpdatePasskeyAsync(
            account, new UserPasskeyInfo(RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(64), host.Clock.GetUtcNow(), 1, ["internal"], true, false, false, [1], [1]) { Name = "My phone" });
        using var visitor = host.Visitor();
        await (await visitor.GetAsync("/sign-in")).Form("Send me a link").Set("Input.Email", address.ToUpperInvariant()).SubmitAsync();
        await host.WithDataAsync(async db =>
        {
            db.Append(new Domain.Audit.AuditEntry(host.Clock.GetUtcNow(), $"account:{person}", "accounts.welcome-test", $"account:{person}", null, null, null));
            await db.SaveChangesAsync();
        });
    }

    private async Task NewsletterAsync(string address)
    {
        var now = host.Clock.GetUtcNow();
        var subscription = new Subscription(SubscriptionId.New(), address, new(["culture"], ["NZ"], "en", Frequency.Monthly), now);
        subscription.Confirm(now);
        var edition = new Edition(EditionId.New(), new EditionText("Spring letters", "News", "en", EveryLanguage: false, []), "The editor", now);
        await host.AddAsync(subscription, edition);
        await host.AddAsync(new Delivery(edition.Id, subscription.Id, now));
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync(host.Links().Preferences(subscription.Id).PathAndQuery);
        await page.Form("Stop all letters").SubmitAsync();
    }

    private async Task ApplicationsAsync(Visitor visitor, AccountId person)
    {
        var definition = new FormDefinition
        {
            Key = "draft",
            Pages = [CallsForTests.Page("story", "Story", CallsForTests.Field("story", "Your story", FieldKind.LongAnswer), CallsForTests.Field("letter", "A letter", FieldKind.FileUpload, ("maxBytes", "2000"), ("types", "application/pdf")))],
        };
        var draft = await visitor.BeginAsync(await host.AddOpenCallAsync(definition: definition));
        await (await visitor.GetAsync($"{draft}/questions/story")).Form("Save and go on").Set("Form.Text[story]", "What the draft says")
            .Attach("Form.Files[letter]", "letter.pdf", "application/pdf", [.. "%PDF-1.7 "u8]).SubmitAsync();
        await SentAsync(await CallExample.AddAsync(host), person, 1, ApplicationStatus.Withdrawn);

        var call = await CallExample.AddAsync(host);
        var application = await SentAsync(call, person, 2, ApplicationStatus.Decided);
        var decision = Decision.Imported(DecisionId.New(), application, new DecisionTerms(DecisionKind.Award, CallExample.Pounds(4_000), "Good reasons", "Useful feedback"), await host.PersonAsync(), host.Clock.GetUtcNow(), host.Clock.GetUtcNow());
        await host.AddAsync(decision, Award.From(AwardId.New(), application, decision, host.Clock.GetUtcNow(), $"{call.Prefix}-A01"));
    }

    private async Task<Application> SentAsync(CallExample call, AccountId person, int number, ApplicationStatus status)
    {
        var now = host.Clock.GetUtcNow();
        var address = await host.WithDataAsync(db => db.Users.Where(u => u.Id == person.Value).Select(u => u.Email!).SingleAsync());
        var answers = new FormAnswers
        {
            Fields = new Dictionary<string, FormAnswer>
            {
                ["applicantName"] = FormAnswer.Of("Ailsa Person"),
                ["contactEmail"] = FormAnswer.Of(address),
                ["title"] = FormAnswer.Of($"Project {call.Prefix}"),
                ["summary"] = FormAnswer.Of($"What project {call.Prefix} does. Write to {address.ToUpperInvariant()}."),
            },
        };
        var translations = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["gd"] = new Dictionary<string, string> { ["summary"] = $"Sgrìobh gu {address}." } };
        var sent = new ImportedApplication($"{call.Prefix}-{number:000}", status, answers, now.AddDays(-20), now.AddDays(-10), null, [], translations);
        var application = Application.Imported(CallApplicationId.New(), call.Call.Id, person, call.Call.FormVersionId, "en", sent);
        await host.AddAsync(application);
        return application;
    }

    private async Task ReviewerAsync(AccountId person, string address)
    {
        var call = await CallExample.AddAsync(host, reviewers: 1);
        var seat = new PanelMember(PanelMemberId.New(), call.Call.Id, person, 7, new PanelMemberFacts(0, 9, ["en"], ["gaelic"], ["music"], $"Friends of {address}"));
        await host.AddAsync(seat);
        await call.ReviewAsync(await call.ApplicationAsync(1), seat, 5, 4);
        await host.AddAsync(new ConflictOfInterest(ConflictId.New(), (await call.ApplicationAsync(2)).Id, seat.Id, ConflictKind.Declared, "A friend of mine", host.Clock.GetUtcNow()));
    }

    private async Task PublicAsync(AccountId person, string address)
    {
        var now = host.Clock.GetUtcNow();
        var year = now.Year;
        var profile = new AmbassadorProfile("Ailsa Person", "Music", "Dunedin", "NZ", ["en"], ["NZ"], "I open doors.", "A life.", ["music"], "portrait", "A person");
        var details = new EventDetails("Lecture by candlelight", "An evening.", "", new DateTime(2027, 5, 1, 19, 0, 0), new DateTime(2027, 5, 1, 21, 0, 0), "Europe/London", null, [], "Hall", "Leith", "GB", null, ["en"], ["culture"], null, null);
        var partner = new Partner(new PartnerId(Guid.CreateVersion7()), person, "Consulate of Everywhere", new Accreditation("NZ", "Honorary consulate", "Scotland", new DateOnly(2030, 1, 1), new DateOnly(2026, 1, 1)));
        await host.AddAsync(
            new Ambassador(new AmbassadorId(Guid.CreateVersion7()), year, $"ailsa-{person}", profile, address, person),
            partner,
            new Event(EventId.New(), $"lecture-{person}", $"{person}", null, person, details, now),
            new Organisation(OrganisationId.New(), "Organisation of one address", now, address.ToUpperInvariant()));
        var listing = await host.PublishedListingAsync(DirectoryExamples.Content("Busy organisation"), person);
        await host.AddAsync(ListingMessage.Suggestion(listing.Id, "The hour is wrong.", address.ToUpperInvariant(), now));

        using var writer = host.Visitor();
        var other = new Ambassador(new AmbassadorId(Guid.CreateVersion7()), year, $"other-{person}", profile, "other@example.org", null);
        await host.AddAsync(other);
        await (await writer.GetAsync($"/ambassadors/{year}/{other.Slug}/write")).Form("Send message")
            .Set("Input.Name", "Ailsa Person").Set("Input.Email", address).Set("Input.Message", "A question for you.").SubmitAsync();
    }
}

public sealed class PersonalDataTestsOnSqlite(OnSqlite fixture) : PersonalDataTests(fixture), IClassFixture<OnSqlite>;

public sealed class PersonalDataTestsOnPostgreSql(OnPostgreSql fixture) : PersonalDataTests(fixture), IClassFixture<OnPostgreSql>;
