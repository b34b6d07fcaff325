using System.Net;
using Connections.Domain.Shared;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.Accounts.Staff.Person;
using Connections.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.Features.Accounts;

public abstract class PeopleTests(HostFixture fixture)
{
    private readonly ConnectionsHost host = fixture.Host;

    [Fact]
    public async Task An_administrator_grants_a_role_and_the_record_says_why()
    {
        var person = await host.PersonAsync();
        using var administrator = await host.SignedInAsync(Roles.Administrator);

        var page = await (await administrator.GetAsync($"/staff/people/{person}")).Form("Save roles")
            .Tick("Input.Roles", Roles.Editor, Roles.Auditor).Set("Input.Reason", "Covers for Rory until May").SubmitAsync();

        Assert.Contains("Roles saved.", page.Text, StringComparison.Ordinal);
        var entry = await host.WithDataAsync(db => db.AuditEntries.SingleAsync(e => e.Subject == $"account:{person}"));
        Assert.Equal(("accounts.grant-roles", $"account:{administrator.Person}", "Covers for Rory until May", """{"roles":[]}""", """{"roles":["Auditor","Editor"]}"""),
            (entry.Action, entry.Actor, entry.Reason, entry.Before, entry.After));
        using var granted = await host.SignedInAsync(person);
        (await granted.GetAsync("/staff/audit")).AssertShown("Audit record");
    }

    [Fact]
    public async Task A_role_without_a_reason_is_refused_and_what_was_ticked_is_kept()
    {
        var person = await host.PersonAsync();
        using var administrator = await host.SignedInAsync(Roles.Administrator);

        var page = await (await administrator.GetAsync($"/staff/people/{person}")).Form("Save roles").Tick("Input.Roles", Roles.Editor).SubmitAsync();

        page.AssertHasError("Input.Reason", "Say why");
        Assert.NotNull(page.Document.QuerySelector($"[name='Input.Roles'][value='{Roles.Editor}'][checked]"));
        Assert.False(await host.WithDataAsync(db => db.UserRoles.AnyAsync(r => r.UserId == person.Value)));
    }

    [Fact]
    public async Task Nobody_takes_the_administrator_role_from_themselves()
    {
        await host.PersonAsync(Roles.Administrator);
        using var administrator = await host.SignedInAsync(Roles.Administrator);

        var page = await (await administrator.GetAsync($"/staff/people/{administrator.Person}")).Form("Save roles")
            .Tick("Input.Roles", Roles.Editor).Set("Input.Reason", "Enough").SubmitAsync();

        page.AssertHasError("Input.Roles", "You cannot take the administrator role from yourself. Ask another administrator.");
    }

    [Fact]
    public async Task A_taken_role_stops_working_within_a_minute()
    {
        var person = await host.PersonAsync(Roles.Auditor, Roles.Editor);
        using var auditor = await host.SignedInAsync(person);
        (await auditor.GetAsync("/staff/audit")).AssertShown("Audit record");
        using var administrator = await host.SignedInAsync(Roles.Administrator);
        await (await administrator.GetAsync($"/staff/people/{person}")).Form("Save roles").Tick("Input.Roles", Roles.Editor).Set("Input.Reason", "Left the audit team").SubmitAsync();

        host.Clock.Advance(TimeSpan.FromMinutes(2));

        (await auditor.GetAsync("/staff/audit")).AssertShown("Sign in");
    }

    [Fact]
    public async Task A_role_that_does_not_exist_is_refused()
    {
        var outcome = await host.WithAsync<GrantRoles, Outcome>(async grant =>
        {
            var account = new Data.Identity.Account { Id = Guid.CreateVersion7() };
            return await grant.HandleAsync(account, ["Emperor"], "Why not", by: null, CancellationToken.None);
        });

        Assert.Equal(Outcome.Refused(new Refusal("Refusal.UnknownRole", "Roles")), outcome);
    }

    [Fact]
    public async Task A_person_who_is_not_there_is_not_found()
    {
        using var administrator = await host.SignedInAsync(Roles.Administrator);

        (await administrator.GetAsync($"/staff/people/{Guid.NewGuid()}")).AssertStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_list_finds_people_by_name_or_address_and_role()
    {
        var person = await host.PersonAsync(Roles.PartnershipOfficer);
        var email = await host.WithDataAsync(db => db.Users.Where(u => u.Id == person.Value).Select(u => u.Email!).SingleAsync());
        using var administrator = await host.SignedInAsync(Roles.Administrator);

        var byAddress = await administrator.GetAsync($"/staff/people?q={email.ToUpperInvariant()}&role={Roles.PartnershipOfficer}");
        var byOtherRole = await administrator.GetAsync($"/staff/people?q={email}&role={Roles.Reviewer}");

        Assert.Equal([email], byAddress.Texts("tbody tr td:nth-of-type(1)"));
        Assert.Contains("Nobody matches.", byOtherRole.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_takes_the_same_queries_for_many_as_for_few()
    {
        using var administrator = await host.SignedInAsync(Roles.Administrator);

        await host.AssertSameQueryCount(
            async () => (await administrator.GetAsync("/staff/people")).AssertShown("People and roles"),
            async () =>
            {
                await host.PersonAsync(Roles.Editor);
                await host.PersonAsync(Roles.Editor, Roles.Auditor);
            });
    }
}

public sealed class PeopleTestsOnSqlite(OnSqlite fixture) : PeopleTests(fixture), IClassFixture<OnSqlite>;

public sealed class PeopleTestsOnPostgreSql(OnPostgreSql fixture) : PeopleTests(fixture), IClassFixture<OnPostgreSql>;
