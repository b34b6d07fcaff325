using System.Net;
using Connections.Testing;
using Connections.Testing.Html;

namespace Connections.Web.Tests.BadInput;

/// <summary>Posts every form as somebody it is not for: who has no account, who has one and nothing else, and another person of the same kind.</summary>
public abstract class ForbiddenRecordTests(HostFixture fixture, FormsOfTheSite forms)
{
    /// <summary>What is whose is nobody else's business: there is no such page for them.</summary>
    private static readonly string[] Private = ["/your-applications/", "/your-organisation/{", "/your-events/{", "/staff/"];

    [Fact]
    public Task Somebody_with_an_account_and_nothing_else_is_told_of_no_such_page() => TryAllAsync(_ => fixture.Host.SignedInAsync());

    [Fact]
    public Task Another_person_of_the_same_kind_is_told_of_no_such_page() => TryAllAsync(form =>
        form.Where.Persona.Other is { } other ? fixture.Host.SignedInAsync(other) : Task.FromResult<Visitor>(null!));

    [Fact]
    public async Task Somebody_signed_out_is_asked_to_sign_in_and_keeps_what_was_typed()
    {
        var faults = new List<string>();
        foreach (var form in (await forms.OfAsync(fixture)).Where(f => f.Where.Persona.Person is not null))
        {
            using var visitor = fixture.Host.Visitor();
            if ((await visitor.GetAsync(form.Where.Path)).Path != "/sign-in" || await form.OpenAnywhereAsync(fixture.Host) is not var (_, raw))
            {
                continue;
            }

            var texts = raw.Texts.Select(t => t.GetAttribute("name")!).Distinct().ToDictionary(name => name, name => $"Typed into {name}");
            foreach (var (name, value) in texts)
            {
                raw.Set(name, value);
            }

            var before = await RowCounts.OfAsync(fixture.Host);
            var answer = await visitor.FollowAsync(await visitor.SendAsync(raw.Action, raw.Content()));
            var stored = RowCounts.Difference(before, await RowCounts.OfAsync(fixture.Host));
            var told = new Answer(answer, wasRedirected: false, stored, raw.Page.Heading);
            faults.AddRange(told.Faults().Concat(told.FaultsAsRefusal()).Concat(told.FaultsInKeeping(texts)).Select(fault => $"{form}: {fault}"));
        }

        Faults.AssertNone(faults);
    }

    private async Task TryAllAsync(Func<FoundForm, Task<Visitor>> signIn)
    {
        var (faults, tried) = (new List<string>(), 0);
        foreach (var form in (await forms.OfAsync(fixture)).Where(f => f.Where.Persona.Person is not null && f.ActionRoute != "/sign-out"))
        {
            if (await signIn(form) is not { } other || (await other.GetAsync(form.Where.Path)).Status is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden))
            {
                continue;
            }

            if (await form.OpenAnywhereAsync(fixture.Host) is not var (_, raw))
            {
                faults.Add($"{form}: is no longer there");
                continue;
            }

            // With a token of their own: it is not the token that keeps them out.
            raw.PutToken((await other.GetAsync("/sign-out")).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
            var before = await RowCounts.OfAsync(fixture.Host);
            var answer = await other.PostAsync(raw.Action, raw.Content());
            var stored = RowCounts.Difference(before, await RowCounts.OfAsync(fixture.Host));
            tried++;
            if (stored.Length > 0 || answer.Status is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden) || (IsPrivate(form, other) && answer.Status is not HttpStatusCode.NotFound))
            {
                faults.Add($"{form} → {form.ActionRoute}: answered {(int)answer.Status} {answer.Heading} {stored}");
            }
        }

        Faults.AssertNone(faults);
        Assert.True(tried > 5, $"Only {tried} forms were tried.");
    }

    private static bool IsPrivate(FoundForm form, Visitor other) =>
        Private.Any(p => form.ActionRoute.StartsWith(p, StringComparison.Ordinal)) && !(form.ActionRoute.StartsWith("/staff/", StringComparison.Ordinal) && form.Where.Persona.Other == other.Person);
}

public sealed class ForbiddenRecordTestsOnSqlite(DemonstrationOnSqlite fixture, FormsOfTheSite forms)
    : ForbiddenRecordTests(fixture, forms), IClassFixture<DemonstrationOnSqlite>, IClassFixture<FormsOfTheSite>;

public sealed class ForbiddenRecordTestsOnPostgreSql(DemonstrationOnPostgreSql fixture, FormsOfTheSite forms)
    : ForbiddenRecordTests(fixture, forms), IClassFixture<DemonstrationOnPostgreSql>, IClassFixture<FormsOfTheSite>;
