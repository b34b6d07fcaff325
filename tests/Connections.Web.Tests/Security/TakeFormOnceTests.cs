using System.Net;
using Connections.Data.SentForms;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.Ambassadors.Emails;
using Connections.Web.Security.Input.Once;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.Security;

/// <summary>A form that is sent twice, seen at the one that writes to an ambassador.</summary>
public abstract class TakeFormOnceTests(HostFixture fixture)
{
    private readonly ConnectionsHost host = fixture.Host;

    [Fact]
    public async Task The_same_form_again_is_answered_alike_and_does_nothing()
    {
        using var visitor = host.Visitor();
        var form = await FilledAsync(visitor, "Good morning.");
        var before = await MessagesAsync();

        var first = await form.SubmitAsync();
        var second = await form.SubmitAsync();

        Assert.Equal(first.Path, second.Path);
        Assert.Equal("Your message is on its way", second.Heading);
        Assert.Equal(before + 1, await MessagesAsync());
    }

    [Fact]
    public async Task Two_clicks_at_the_same_moment_send_one_message()
    {
        using var visitor = host.Visitor();
        var form = await FilledAsync(visitor, "Good evening.");
        var before = await MessagesAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => form.SubmitAsync()));

        Assert.All(answers, answer => Assert.Equal("Your message is on its way", answer.Heading));
        Assert.Equal(before + 1, await MessagesAsync());
    }

    [Fact]
    public async Task Another_word_another_browser_or_another_hour_makes_it_another_message()
    {
        using var visitor = host.Visitor();
        using var other = host.Visitor();
        var form = await FilledAsync(visitor, "First words.");
        var before = await MessagesAsync();
        await form.SubmitAsync();

        await form.Set("Input.Message", "Second words.").SubmitAsync();
        await (await FilledAsync(other, "Second words.")).SubmitAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(31));
        await (await FilledAsync(visitor, "Second words.")).SubmitAsync();

        Assert.Equal(before + 4, await MessagesAsync());
    }

    [Fact]
    public async Task Who_goes_back_finds_the_page_drawn_anew_and_still_sends_one_message()
    {
        using var visitor = host.Visitor();
        var before = await MessagesAsync();
        await (await FilledAsync(visitor, "Gone back.")).SubmitAsync();

        var again = await (await FilledAsync(visitor, "Gone back.")).SubmitAsync();

        Assert.Equal("Your message is on its way", again.Heading);
        Assert.Equal(before + 1, await MessagesAsync());
    }

    [Fact]
    public async Task A_form_that_was_refused_may_be_sent_again()
    {
        using var visitor = host.Visitor();
        var form = await FilledAsync(visitor, " ");
        var before = await MessagesAsync();

        var refused = await form.SubmitAsync();
        var again = await form.SubmitAsync();
        var sent = await again.Form("Send message").Set("Input.Message", "Now with words.").SubmitAsync();

        Assert.NotNull(refused.Document.QuerySelector(".error-summary"));
        Assert.NotNull(again.Document.QuerySelector(".error-summary"));
        Assert.Equal("Your message is on its way", sent.Heading);
        Assert.Equal(before + 1, await MessagesAsync());
    }

    [Fact]
    public async Task One_that_is_still_being_taken_is_answered_in_plain_words()
    {
        using var visitor = host.Visitor();
        var form = await FilledAsync(visitor, "Half way.");
        await form.SubmitAsync();
        await host.WithDataAsync(db => db.SentForms.ExecuteUpdateAsync(set => set.SetProperty(f => f.Answer, (string?)null)));

        var again = await form.SubmitAsync();

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal("We have this form already", again.Heading);
    }

    [Fact]
    public async Task What_was_sent_is_forgotten_after_a_week()
    {
        var now = host.Clock.GetUtcNow();
        await host.AddAsync(
            new SentForm { Id = "old", Number = "old", SentAt = now.AddDays(-8), Answer = "/" },
            new SentForm { Id = "new", Number = "new", SentAt = now.AddDays(-6), Answer = "/" });

        await host.WithAsync<ForgetSentForms, int>(forget => forget.HandleAsync(CancellationToken.None));

        Assert.Equal(["new"], await host.WithDataAsync(db => db.SentForms.Where(f => f.Number == "old" || f.Number == "new").Select(f => f.Id).ToListAsync()));
    }

    private static async Task<PageForm> FilledAsync(Visitor visitor, string message)
    {
        var list = await visitor.GetAsync("/ambassadors");
        var write = list.Document.QuerySelectorAll("a[href$='/write']")[0].GetAttribute("href")!;
        return (await visitor.GetAsync(write)).Form("Send message")
            .Set("Input.Name", "Somebody").Set("Input.Email", "somebody@example.org").Set("Input.Message", message);
    }

    private Task<int> MessagesAsync() => host.WithDataAsync(db => db.OutboxMails.CountAsync(m => m.Kind == nameof(RelayedMessageEmail)));
}

public sealed class TakeFormOnceTestsOnSqlite(DemonstrationOnSqlite fixture) : TakeFormOnceTests(fixture), IClassFixture<DemonstrationOnSqlite>;

public sealed class TakeFormOnceTestsOnPostgreSql(DemonstrationOnPostgreSql fixture) : TakeFormOnceTests(fixture), IClassFixture<DemonstrationOnPostgreSql>;
