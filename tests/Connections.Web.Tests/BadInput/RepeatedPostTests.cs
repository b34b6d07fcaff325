using AngleSharp.Dom;
using Connections.Testing;
using Connections.Testing.Html;

namespace Connections.Web.Tests.BadInput;

/// <summary>Fills every form of the site rightly and sends it twice, as a double click does, or somebody who goes back.</summary>
public abstract class RepeatedPostTests(HostFixture fixture, FormsOfTheSite forms)
{
    /// <summary>No filling of these is right: a device makes the answer. The browser tests sign with one.</summary>
    private static readonly string[] ByDevice = ["/sign-in/passkey", "/account/passkeys?handler=Add"];

    /// <summary>Sending these again does it again, and is meant to.</summary>
    private static readonly Dictionary<string, string> MeantToRepeat = new()
    {
        ["/account/authenticator"] = "the page shows new recovery codes, which are shown once: who lost the first answer needs others",
        ["/account/export"] = "each download is recorded",
        ["/staff/audit?handler=Export"] = "each download is recorded",
        ["/staff/grants/{call}/ranking/download"] = "each download is recorded",
    };

    /// <summary>What ends something comes after what needs it.</summary>
    private static readonly string[] Last = ["/withdraw", "/cancel", "/close", "/end-reviewing", "/staff/people/{id:guid}", "/account/erase"];

    [Fact]
    public async Task What_is_sent_twice_is_done_once()
    {
        var faults = new List<string>();
        var all = await forms.OfAsync(fixture);
        foreach (var form in all.Where(f => !ByDevice.Contains(f.ActionRoute)).OrderBy(f => Array.FindIndex(Last, l => f.ActionRoute.EndsWith(l, StringComparison.Ordinal))))
        {
            if (await form.OpenAnywhereAsync(fixture.Host) is var (visitor, raw))
            {
                ValidFilling.Fill(raw, form.ActionRoute, forms.Site!);
                faults.AddRange((await TwiceAsync(visitor, raw, form)).Select(fault => $"{form} → {form.ActionRoute}: {fault}"));
            }
            else
            {
                faults.Add($"{form}: is no longer there");
            }
        }

        Faults.AssertNone(faults);
    }

    [Fact]
    public async Task Every_address_that_takes_a_form_is_tried()
    {
        var found = (await forms.OfAsync(fixture)).Select(f => f.ActionRoute.Split("?handler=")[0]).ToHashSet();
        var approved = File.ReadLines(SourceTree.Beside("../Security/routes.approved.txt")).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(parts => parts[0].Contains("POST", StringComparison.Ordinal)).Select(parts => parts[1]);

        // What a page's script asks for while it talks with a device is no form.
        Faults.AssertNone(approved.Except(found).Where(route => !route.StartsWith("/passkeys/options-", StringComparison.Ordinal)));
    }

    private async Task<List<string>> TwiceAsync(Visitor visitor, RawForm raw, FoundForm form)
    {
        var before = await RowCounts.OfAsync(fixture.Host);
        var first = await visitor.FollowAsync(await visitor.SendAsync(raw.Action, raw.Content()));
        var between = await RowCounts.OfAsync(fixture.Host);
        var second = await visitor.FollowAsync(await visitor.SendAsync(raw.Action, raw.Content()));
        var repeated = RowCounts.Difference(between, await RowCounts.OfAsync(fixture.Host));

        var faults = new List<string>();
        if ((int)first.Status != 200 || WhatIsWrong(first) is { Length: > 0 })
        {
            faults.Add($"the filling is not right: {(int)first.Status} {first.Path} {WhatIsWrong(first)}");
        }

        if (first.Texts("[role=status]") is { Count: > 0 } told && !MeantToRepeat.ContainsKey(form.ActionRoute) && !second.Texts("[role=status]").SequenceEqual(told))
        {
            faults.Add($"the second time it is not said: {string.Join(" / ", told)}");
        }

        faults.AddRange(new Answer(second, wasRedirected: false, repeated, raw.Page.Heading).Faults());
        if (repeated.Length > 0 && !MeantToRepeat.ContainsKey(form.ActionRoute))
        {
            faults.Add($"twice stored {repeated}, after {RowCounts.Difference(before, between)}");
        }

        return faults;
    }

    private static string WhatIsWrong(HtmlPage page) =>
        string.Join(" / ", page.Texts(".error-summary li, .error-message").Distinct());
}

public sealed class RepeatedPostTestsOnSqlite(DemonstrationOnSqlite fixture, FormsOfTheSite forms)
    : RepeatedPostTests(fixture, forms), IClassFixture<DemonstrationOnSqlite>, IClassFixture<FormsOfTheSite>;

public sealed class RepeatedPostTestsOnPostgreSql(DemonstrationOnPostgreSql fixture, FormsOfTheSite forms)
    : RepeatedPostTests(fixture, forms), IClassFixture<DemonstrationOnPostgreSql>, IClassFixture<FormsOfTheSite>;

public sealed class RepeatedPostTestsInBristol(DemonstrationOfBristol fixture, FormsOfTheSite forms)
    : RepeatedPostTests(fixture, forms), IClassFixture<DemonstrationOfBristol>, IClassFixture<FormsOfTheSite>;
