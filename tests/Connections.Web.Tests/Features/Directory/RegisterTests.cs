using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.Accounts.Emails;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.Features.Directory;

public abstract class RegisterTests(HostFixture fixture)
{
    [Fact]
    public async Task An_organisation_registers_with_a_name_and_an_address_and_no_password()
    {
        using var visitor = fixture.Host.Visitor();

        var form = (await visitor.GetAsync("/directory/add")).Form("Send me the link");
        var sent = await form.Set("Input.Name", "Glasgow Café Society").Set("Input.Email", "new@society.example.org").SubmitAsync();
        Assert.Contains("To add Glasgow Café Society, open the link", sent.Text, StringComparison.Ordinal);
        var again = await sent.FollowAsync("Ask again");
        Assert.Equal("Glasgow Café Society", again.Form("Send me the link").Values.Single(v => v.Key == "Input.Name").Value);
        Assert.False(await fixture.Host.WithDataAsync(db => db.Organisations.AnyAsync(o => o.Name == "Glasgow Café Society")));

        var mail = await fixture.Host.OnlyMailAsync<SignInLinkEmail>("new@society.example.org");
        Assert.StartsWith("Add Glasgow Café Society to ", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Glasgow Café Society", mail.Text, StringComparison.Ordinal);
        var page = await (await visitor.GetAsync(mail.Link("/sign-in/link/"))).Form().SubmitAsync();
        page = await page.Form().Set("Name", "Ailsa").SubmitAsync();

        Assert.Equal("Glasgow Café Society", page.Form("Start writing").Values.Single(v => v.Key == "Input.Name").Value);
    }

    [Fact]
    public async Task Missing_and_wrong_answers_are_told_beside_their_fields()
    {
        using var visitor = fixture.Host.Visitor();

        var page = await (await visitor.GetAsync("/directory/add")).Form("Send me the link").Set("Input.Email", "not an address").SubmitAsync();

        page.AssertHasError("Input.Name", "Enter the name of the organisation");
        page.AssertHasError("Input.Email", "Enter an e-mail address like name@example.org");
    }
}

public sealed class RegisterTestsOnSqlite(OnSqlite fixture) : RegisterTests(fixture), IClassFixture<OnSqlite>;

public sealed class RegisterTestsOnPostgreSql(OnPostgreSql fixture) : RegisterTests(fixture), IClassFixture<OnPostgreSql>;
