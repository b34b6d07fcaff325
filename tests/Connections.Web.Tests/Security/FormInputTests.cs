using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Connections.Testing;
using Connections.Testing.Html;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.Security;

/// <summary>What a form may hold, and what becomes of it when it cannot be taken.</summary>
public abstract class FormInputTests(HostFixture fixture)
{
    private const string Unreadable = "Some characters here could not be read. We took them out. Check what is left and send it again.";
    private readonly ConnectionsHost host = fixture.Host;

    [Theory]
    [InlineData("Ma%00ry", "Mary")]
    [InlineData("Ma%01ry", "Mary")]
    [InlineData("Ma%FFry", "Mary")]
    [InlineData("Ma%ED%A0%80ry", "Mary")]
    public async Task What_cannot_be_read_is_taken_out_and_told_beside_its_field(string typed, string kept)
    {
        using var visitor = await host.SignedInAsync();
        var form = await visitor.GetAsync("/account");
        var token = form.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var body = $"Input.Name={typed}&Input.Language=en&Input.TimeZone=&__RequestVerificationToken={Uri.EscapeDataString(token)}";

        var page = await visitor.PostAsync("/account", Body(body));

        page.AssertHasError("Input.Name", Unreadable);
        Assert.Equal(kept, page.Document.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        Assert.StartsWith("Person ", await NameAsync(visitor), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mary\u202Egro.elpmaxe\u202C", "Marygro.elpmaxe")]
    [InlineData("\u2067Mary\u2069 \u200FSmith", "Mary Smith")]
    [InlineData("مریم می\u200Cخواهد", "مریم می\u200Cخواهد")]
    [InlineData("Mary\nSmith", "Mary Smith")]
    public async Task A_name_is_one_line_that_turns_nothing_around_it(string typed, string kept)
    {
        using var visitor = await host.SignedInAsync();

        var saved = await (await visitor.GetAsync("/account")).Form("Save").Set("Input.Name", typed).SubmitAsync();

        saved.AssertShown("Your account");
        Assert.Equal(kept, await NameAsync(visitor));
    }

    [Fact]
    public async Task A_name_of_which_nothing_can_be_seen_is_missing()
    {
        using var visitor = await host.SignedInAsync();

        var page = await (await visitor.GetAsync("/account")).Form("Save").Set("Input.Name", "\u200E\u202E\u2060").SubmitAsync();

        page.AssertHasError("Input.Name", "Enter your name");
        Assert.StartsWith("Person ", await NameAsync(visitor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_loses_what_cannot_be_read()
    {
        using var visitor = await host.SignedInAsync("Administrator");

        var page = await visitor.GetAsync("/staff/people?q=%00%01nobody-of-this-name");

        page.AssertShown("People and roles");
        Assert.Equal("nobody-of-this-name", page.Document.QuerySelector("#q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_form_that_was_open_too_long_comes_back_with_what_was_typed_and_can_be_sent()
    {
        using var visitor = await host.SignedInAsync();
        var expired = await (await visitor.GetAsync("/account")).Form("Save").Set("Input.Name", "Zoë Ağaoğlu").Put("__RequestVerificationToken", "expired").SubmitAsync();
        expired.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Equal("Please send your form again", expired.Heading);
        Assert.Contains("Zoë Ağaoğlu", expired.Text, StringComparison.Ordinal);
        Assert.StartsWith("Person ", await NameAsync(visitor), StringComparison.Ordinal);

        var saved = await expired.Form("Send what I typed").SubmitAsync();

        saved.AssertShown("Your account");
        Assert.Equal("Zoë Ağaoğlu", await NameAsync(visitor));
    }

    [Fact]
    public async Task What_was_typed_is_not_lost_when_the_sign_in_has_ended()
    {
        var person = await host.PersonAsync();
        using var visitor = await host.SignedInAsync(person);
        var form = (await visitor.GetAsync("/account")).Form("Save").Set("Input.Name", "Zoë Ağaoğlu Second");
        using var elsewhere = await host.SignedInAsync(person);
        await (await elsewhere.GetAsync("/sign-out")).Form("Sign out everywhere").SubmitAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(2));

        var signedOut = await form.SubmitAsync();
        using var again = await host.SignedInAsync(person);
        foreach (var (name, value) in again.Cookies.Values)
        {
            visitor.Cookies.Set(name, value);
        }

        var fresh = await signedOut.Form("Send what I typed").SubmitAsync();
        var saved = await fresh.Form("Send what I typed").SubmitAsync();

        Assert.Equal("Please send your form again", signedOut.Heading);
        Assert.Contains("You are no longer signed in.", signedOut.Text, StringComparison.Ordinal);
        saved.AssertShown("Your account");
        Assert.Equal("Zoë Ağaoğlu Second", await NameAsync(visitor));
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "null")]
    public async Task A_form_on_another_site_is_refused_without_a_way_to_send_it_on(string header, string value)
    {
        using var visitor = await host.SignedInAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("Input.Name", "Somebody Else"), KeyValuePair.Create("Input.Language", "en")]),
        };
        request.Headers.TryAddWithoutValidation(header, value);

        using var answer = await visitor.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("Somebody Else", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.StartsWith("Person ", await NameAsync(visitor), StringComparison.Ordinal);
    }

    private static ByteArrayContent Body(string escaped) =>
        new(Encoding.ASCII.GetBytes(escaped)) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded") } };

    private Task<string> NameAsync(Visitor visitor) =>
        host.WithDataAsync(db => db.Users.Where(u => u.Id == visitor.Person!.Value.Value).Select(u => u.DisplayName).SingleAsync());
}

public sealed class FormInputTestsOnSqlite(OnSqlite fixture) : FormInputTests(fixture), IClassFixture<OnSqlite>;

public sealed class FormInputTestsOnPostgreSql(OnPostgreSql fixture) : FormInputTests(fixture), IClassFixture<OnPostgreSql>;
