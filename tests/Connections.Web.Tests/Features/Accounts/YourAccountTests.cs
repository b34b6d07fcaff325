using System.Net;
using System.Text.Json;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.Features.Accounts;

public abstract class YourAccountTests(HostFixture fixture)
{
    private readonly ConnectionsHost host = fixture.Host;

    [Fact]
    public async Task Name_and_time_zone_are_saved()
    {
        using var visitor = await host.SignedInAsync();

        var page = await (await visitor.GetAsync("/account")).Form("Save")
            .Set("Input.Name", "  Ruaridh Òg  ").Set("Input.TimeZone", "Pacific/Auckland").SubmitAsync();

        page.AssertShown("Your account");
        Assert.Contains("Saved.", page.Text, StringComparison.Ordinal);
        var account = await host.WithDataAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.Id == visitor.Person!.Value.Value));
        Assert.Equal(("Ruaridh Òg", "en", "Pacific/Auckland"), (account.DisplayName, account.Language, account.TimeZone));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(Roles.ConsularPartner, true)]
    public async Task The_account_leads_to_what_is_yours(string? role, bool hasEvents)
    {
        using var visitor = role is null ? await host.SignedInAsync() : await host.SignedInAsync(role);

        var links = (await visitor.GetAsync("/account")).Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ToList();

        Assert.Contains("/your-applications", links);
        Assert.Contains("/your-organisation", links);
        Assert.Equal(hasEvents, links.Contains("/your-events"));
    }

    [Theory]
    [InlineData("Input.Name", "", "Enter your name")]
    [InlineData("Input.TimeZone", "Atlantis/Centre", "Choose a time zone from the list")]
    public async Task What_is_not_on_offer_is_refused(string field, string value, string message)
    {
        using var visitor = await host.SignedInAsync();

        var page = await (await visitor.GetAsync("/account")).Form("Save").Put(field, value).SubmitAsync();

        page.AssertHasError(field, message);
    }

    [Fact]
    public async Task The_data_come_as_one_file_and_that_is_recorded()
    {
        using var visitor = await host.SignedInAsync();
        var form = (await visitor.GetAsync("/account/export")).Form("Download my data");

        using var file = await visitor.SendAsync("/account/export", new FormUrlEncodedContent(form.Values));

        Assert.Equal("my-data.json", file.Content.Headers.ContentDisposition!.FileName);
        using var json = JsonDocument.Parse(await file.Content.ReadAsStringAsync());
        Assert.Equal(visitor.Person!.Value.Value, json.RootElement.GetProperty("account").GetProperty("id").GetGuid());
        Assert.True(await host.WithDataAsync(db => db.AuditEntries.AnyAsync(e => e.Action == "accounts.export-own" && e.Actor == $"account:{visitor.Person}")));
    }

    [Fact]
    public async Task An_account_is_erased_once_its_person_is_sure()
    {
        using var visitor = await host.SignedInAsync();
        var page = await visitor.GetAsync("/account/erase");

        var notSure = await page.Form("Erase my account").SubmitAsync();
        var erased = await page.Form("Erase my account").Put("IsSure", "true").SubmitAsync();

        notSure.AssertHasError("IsSure", "Tick the box if you are sure");
        erased.AssertShown("Your account is erased");
        Assert.False(await host.WithDataAsync(db => db.Users.AnyAsync(u => u.Id == visitor.Person!.Value.Value)));
        (await visitor.GetAsync("/account")).AssertShown("Sign in");
    }

    [Fact]
    public async Task The_public_is_asked_to_sign_in()
    {
        using var visitor = host.Visitor();

        using var answer = await visitor.Http.GetAsync("/account/export");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/sign-in?returnPath=%2Faccount%2Fexport", answer.Headers.Location!.ToString());
    }
}

public sealed class YourAccountTestsOnSqlite(OnSqlite fixture) : YourAccountTests(fixture), IClassFixture<OnSqlite>;

public sealed class YourAccountTestsOnPostgreSql(OnPostgreSql fixture) : YourAccountTests(fixture), IClassFixture<OnPostgreSql>;
