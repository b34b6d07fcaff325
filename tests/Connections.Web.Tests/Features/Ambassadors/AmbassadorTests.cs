using System.Net;
using Connections.Domain.Ambassadors;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.Ambassadors.Emails;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.Features.Ambassadors;

public abstract class AmbassadorTests(HostFixture fixture)
{
    private static int count;
    private readonly ConnectionsHost host = fixture.Host;

    [Fact]
    public async Task A_message_goes_to_the_private_address_and_the_answer_to_who_wrote_it()
    {
        var person = await AmbassadorAsync(2026);
        using var visitor = host.Visitor();
        var profile = (await visitor.GetAsync(PathOf(person))).AssertShown(person.Name);

        var write = await profile.FollowAsync($"Write to {person.Name}");
        var sent = await write.Form("Send message").Set("Input.Name", "Ama Boateng").Set("Input.Email", "ama@example.org")
            .Set("Input.Message", "Dear ambassador,\r\n<b>could</b> you help?").SubmitAsync();

        sent.AssertShown("Your message is on its way");
        var mail = await host.OnlyMailAsync<RelayedMessageEmail>(person.RelayEmail);
        Assert.Equal("ama@example.org", mail.ReplyTo);
        Assert.Contains("Ama Boateng", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("<b>could</b> you help?", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>could", mail.Html, StringComparison.Ordinal);
        foreach (var page in new[] { profile, write, sent, await visitor.GetAsync("/ambassadors") })
        {
            Assert.DoesNotContain(person.RelayEmail, page.Document.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        }

        var entry = await host.WithDataAsync(db => db.AuditEntries.SingleAsync(a => a.Subject == $"ambassador:{person.Id}"));
        Assert.Equal(("ambassadors.relay", null, null), (entry.Action, entry.Before, entry.After));
    }

    [Theory]
    [InlineData("Input.Name", "", "Enter your name")]
    [InlineData("Input.Name", "121", "Your name must be 120 characters or fewer")]
    [InlineData("Input.Email", "", "Enter your e-mail address")]
    [InlineData("Input.Email", "ama at example", "Enter an e-mail address like name@example.org")]
    [InlineData("Input.Email", "ama@example.org, eve@example.org", "Enter an e-mail address like name@example.org")]
    [InlineData("Input.Message", "", "Write your message")]
    [InlineData("Input.Message", "4001", "Your message must be 4,000 characters or fewer")]
    public async Task What_is_wrong_is_said_beside_its_box_and_nothing_is_sent(string name, string value, string error)
    {
        var person = await AmbassadorAsync(2026);
        using var visitor = host.Visitor();
        var form = (await visitor.GetAsync($"{PathOf(person)}/write")).Form("Send message")
            .Set("Input.Name", "Ama Boateng").Set("Input.Email", "ama@example.org").Set("Input.Message", "Could you help?");

        var page = await form.Set(name, int.TryParse(value, out var length) ? new string('x', length) : value).SubmitAsync();

        page.AssertStatus(HttpStatusCode.OK).AssertHasError(name, error);
        Assert.Empty(await host.MailAsync(person.RelayEmail));
        if (name != "Input.Message")
        {
            Assert.Equal("Could you help?", page.Document.QuerySelector("[name='Input.Message']")!.TextContent.Trim());
        }
    }

    [Fact]
    public async Task A_name_of_two_lines_does_not_become_a_header()
    {
        var person = await AmbassadorAsync(2026);
        using var visitor = host.Visitor();

        await (await visitor.GetAsync($"{PathOf(person)}/write")).Form("Send message").Set("Input.Name", "Ama\r\nBcc: all@example.org")
            .Set("Input.Email", "ama@example.org").Set("Input.Message", "Hello").SubmitAsync();

        Assert.All(await host.MailAsync(person.RelayEmail), m => Assert.DoesNotContain('\n', m.Subject));
    }

    [Fact]
    public async Task A_name_cannot_turn_the_subject_round()
    {
        var person = await AmbassadorAsync(2026);
        using var visitor = host.Visitor();

        await (await visitor.GetAsync($"{PathOf(person)}/write")).Form("Send message").Set("Input.Name", "مریم \u202Egro.elpmaxe\u2066").Set("Input.Email", "ama@example.org").Set("Input.Message", "Hello").SubmitAsync();

        var mail = await host.OnlyMailAsync<RelayedMessageEmail>(person.RelayEmail);
        Assert.Contains("مریم gro.elpmaxe", mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain(mail.Subject, c => c is '\u202E' or '\u2066');
    }

    [Fact]
    public async Task Messages_are_passed_on_in_the_year_and_the_one_after_and_then_no_more()
    {
        var last = await AmbassadorAsync(2025);
        var past = await AmbassadorAsync(2024);
        var coming = await AmbassadorAsync(2027);
        using var visitor = host.Visitor();
        var form = (await visitor.GetAsync($"{PathOf(last)}/write")).AssertShown($"Write to {last.Name}").Form("Send message")
            .Set("Input.Name", "Ama").Set("Input.Email", "ama@example.org").Set("Input.Message", "Hello");

        var profile = await visitor.GetAsync(PathOf(past));
        Assert.Contains("messages are no longer passed on", profile.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"Write to {past.Name}", profile.Text, StringComparison.Ordinal);
        (await visitor.GetAsync($"{PathOf(past)}/write")).AssertStatus(HttpStatusCode.NotFound);
        (await visitor.PostAsync($"{PathOf(past)}/write", new FormUrlEncodedContent(form.Values))).AssertStatus(HttpStatusCode.NotFound);
        (await visitor.GetAsync(PathOf(coming))).AssertStatus(HttpStatusCode.NotFound);
        (await visitor.GetAsync($"{PathOf(coming)}/write")).AssertStatus(HttpStatusCode.NotFound);
        Assert.Empty(await host.MailAsync(past.RelayEmail));
    }

    [Fact]
    public async Task The_list_shows_this_year_and_names_those_before_with_the_same_number_of_queries()
    {
        var now = await AmbassadorAsync(2026);
        var before = await AmbassadorAsync(2023);
        var coming = await AmbassadorAsync(2027);
        using var visitor = host.Visitor();

        var page = (await visitor.GetAsync("/ambassadors")).AssertShown("Ambassadors for 2026");

        Assert.Contains(now.Name, page.Texts("article h2"));
        Assert.Contains(before.Name, page.Texts(".past-amb a"));
        Assert.DoesNotContain(coming.Name, page.Text, StringComparison.Ordinal);
        await host.AssertSameQueryCount(() => visitor.GetAsync("/ambassadors"), () => AmbassadorAsync(2026));
    }

    private static string PathOf(Ambassador person) => $"/ambassadors/{person.Year}/{person.Slug}";

    private async Task<Ambassador> AmbassadorAsync(int year)
    {
        var number = Interlocked.Increment(ref count);
        var profile = new AmbassadorProfile(
            $"Aroha Sinclair {number}", "Marine engineer", "Dunedin", "NZ", ["en", "mi"], ["NZ"], "I know the harbour.", "She builds ships.", ["Ships"], "aroha-sinclair", "A woman at a harbour");
        var made = new Ambassador(new AmbassadorId(Guid.CreateVersion7()), year, $"aroha-sinclair-{number}", profile, $"private{number}@relay.example.net", null);
        await host.AddAsync(made);
        return made;
    }
}

public sealed class AmbassadorTestsOnSqlite(OnSqlite fixture) : AmbassadorTests(fixture), IClassFixture<OnSqlite>;

public sealed class AmbassadorTestsOnPostgreSql(OnPostgreSql fixture) : AmbassadorTests(fixture), IClassFixture<OnPostgreSql>;
