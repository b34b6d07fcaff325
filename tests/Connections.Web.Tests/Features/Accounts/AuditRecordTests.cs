using System.Globalization;
using System.Text.RegularExpressions;
using Connections.Data.Audit;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Security;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.Web.Tests.Features.Accounts;

public abstract partial class AuditRecordTests(HostFixture fixture)
{
    private readonly ConnectionsHost host = fixture.Host;

    [Fact]
    public async Task The_record_is_found_by_action_subject_and_day()
    {
        await RecordAsync("test.filter", "thing:1", "First");
        await RecordAsync("test.other", "thing:1", "Second");
        using var auditor = await host.SignedInAsync(Roles.Auditor);

        var found = await auditor.GetAsync("/staff/audit?act=test.filter&subject=thing:&actor=system&from=2026-12-02&to=2026-12-02");
        var before = await auditor.GetAsync("/staff/audit?act=test.filter&to=2026-12-01");

        Assert.Equal(["test.filter"], found.Texts("tbody tr td:nth-of-type(3)"));
        Assert.Contains("Nothing matches.", before.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_and_to_what_are_in_words()
    {
        var call = (await CallExample.AddAsync(host)).Call;
        await RecordAsync("grants.close", $"call:{call.Id}", "Words");
        using var auditor = await host.SignedInAsync(Roles.Auditor);

        var page = await auditor.GetAsync($"/staff/audit?act=grants.close&subject=call:{call.Id}");

        Assert.Contains("Call closed", page.Texts("tbody tr td:nth-of-type(3)")[0], StringComparison.Ordinal);
        Assert.Contains(call.Name, page.Texts("tbody tr td:nth-of-type(4)")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("listing"), InlineData("event"), InlineData("application"), InlineData("edition"), InlineData("ambassador"), InlineData("account"), InlineData("pack")]
    public async Task What_is_gone_keeps_the_words_of_the_record(string kind)
    {
        var subject = $"{kind}:{Guid.NewGuid()}";
        await RecordAsync("test.gone", subject, null);
        using var auditor = await host.SignedInAsync(Roles.Auditor);

        var page = await auditor.GetAsync($"/staff/audit?subject={subject}");

        Assert.Equal([subject], page.Texts("tbody tr td:nth-of-type(4)"));
    }

    [Fact]
    public void Every_action_that_is_recorded_has_words()
    {
        var recorded = SourceTree.Files("src", ".cs").SelectMany(file => RecordedAction().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct().ToList();
        var texts = File.ReadAllText(Path.Combine(SourceTree.Root, "src/Connections.Web/Features/Accounts/AccountsText.resx"));

        Assert.True(recorded.Count > 30);
        Assert.DoesNotContain(recorded, action => !texts.Contains($"\"Action.{action}\"", StringComparison.Ordinal));
    }

    [GeneratedRegex("\\.Record\\(\\s*\"([a-z.-]+)\"")]
    private static partial Regex RecordedAction();

    [Fact]
    public async Task A_day_that_is_none_is_told()
    {
        using var auditor = await host.SignedInAsync(Roles.Auditor);

        var page = await auditor.GetAsync("/staff/audit?from=2026-02-30");

        Assert.Contains("Enter a day like 2026-07-14", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Older_entries_are_a_page_away()
    {
        for (var i = 0; i < 55; i++)
        {
            await RecordAsync("test.paging", $"page:{i:00}", null);
        }

        using var auditor = await host.SignedInAsync(Roles.Auditor);
        var first = await auditor.GetAsync("/staff/audit?act=test.paging");
        var second = await first.FollowAsync("Older entries");

        Assert.Equal("page:54", first.Texts("tbody tr td:nth-of-type(4)")[0]);
        Assert.Equal(["page:04", "page:03", "page:02", "page:01", "page:00"], second.Texts("tbody tr td:nth-of-type(4)"));
    }

    [Fact]
    public async Task The_file_holds_what_matches_disarms_formulas_and_is_itself_recorded()
    {
        await RecordAsync("test.export", "thing:2", "=HYPERLINK(\"https://elsewhere.example\")");
        using var auditor = await host.SignedInAsync(Roles.Auditor);
        var form = (await auditor.GetAsync("/staff/audit?act=test.export")).Form("Download as CSV");

        using var file = await auditor.SendAsync(form.Action, new FormUrlEncodedContent(form.Values));

        using var csv = new CsvReader(new StreamReader(await file.Content.ReadAsStreamAsync()), CultureInfo.InvariantCulture);
        await csv.ReadAsync();
        csv.ReadHeader();
        Assert.True(await csv.ReadAsync());
        Assert.Equal("thing:2", csv.GetField("subject"));
        Assert.StartsWith("'=HYPERLINK", csv.GetField("reason"), StringComparison.Ordinal);
        Assert.Equal(64, csv.GetField("hash")!.Length);
        Assert.False(await csv.ReadAsync());
        Assert.True(await host.WithDataAsync(db => db.AuditEntries.AnyAsync(e => e.Action == "audit.export" && e.Actor == $"account:{auditor.Person}" && e.After!.Contains("test.export"))));
    }

    [Fact]
    public async Task An_editor_does_not_read_the_record()
    {
        using var editor = await host.SignedInAsync(Roles.Editor);

        (await editor.GetAsync("/staff/audit")).AssertStatus(System.Net.HttpStatusCode.Forbidden);
    }

    private async Task RecordAsync(string action, string subject, string? reason)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AuditTrail>().Record(action, subject, reason);
        await scope.ServiceProvider.GetRequiredService<Data.ConnectionsDbContext>().SaveChangesAsync();
    }
}

public sealed class AuditRecordTestsOnSqlite(OnSqlite fixture) : AuditRecordTests(fixture), IClassFixture<OnSqlite>;

public sealed class AuditRecordTestsOnPostgreSql(OnPostgreSql fixture) : AuditRecordTests(fixture), IClassFixture<OnPostgreSql>;
