using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Connections.Testing;
using Connections.Testing.Html;

namespace Connections.Web.Tests.BadInput;

/// <summary>Whoever sends a form with several mistakes hears of all of them at once. Every control of every form is first found
/// a value that is refused while the rest is right; then all of these are sent together.</summary>
public abstract class EverythingAtOnceTests(HostFixture fixture, FormsOfTheSite forms)
{
    /// <summary>A mistake that another one takes the ground from: by route and control.</summary>
    private static readonly Dictionary<(string Route, string Name), string> NotAskedWithout = new()
    {
        [("/staff/grants/{call}/decisions/{reference}", "Input.Amount")] = "only an award has an amount, and no kind of decision is chosen",
    };

    private static readonly string[] ByDevice = ["/sign-in/passkey", "/account/passkeys?handler=Add"];

    private static readonly string[] Spoilt = ["", "no-such-value", "some \u0001 words", new('a', 100_000)];

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        fixture.Host.Settings["Logging:LogLevel:Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware"] = "None";
        var (faults, tried) = (new List<string>(), 0);
        foreach (var form in (await forms.OfAsync(fixture)).Where(f => !ByDevice.Contains(f.ActionRoute)))
        {
            if (await form.OpenAnywhereAsync(fixture.Host) is not var (visitor, raw))
            {
                throw new InvalidOperationException($"{form} is no longer there.");
            }

            ValidFilling.Fill(raw, form.ActionRoute, forms.Site!);
            fixture.Host.RefusedSaves.IsOn = true;
            try
            {
                var mistakes = await MistakesAsync(visitor, raw);
                if (mistakes.Count > 1)
                {
                    tried++;
                    faults.AddRange((await FaultsAsync(visitor, raw, mistakes, form.ActionRoute)).Select(fault => $"{form} → {form.ActionRoute}: {fault}"));
                }
            }
            finally
            {
                fixture.Host.RefusedSaves.IsOn = false;
            }
        }

        Faults.AssertNone(faults);
        Assert.InRange(tried, 10, int.MaxValue);
    }

    /// <summary>A wrong value for each control that can be given one.</summary>
    private static async Task<Dictionary<string, string>> MistakesAsync(Visitor visitor, RawForm raw)
    {
        var mistakes = new Dictionary<string, string>();
        foreach (var name in raw.Visible.Where(c => c is not IHtmlInputElement { Type: "file" }).Select(c => c.GetAttribute("name")!).Distinct())
        {
            var right = raw.All(name);
            foreach (var wrong in Spoilt)
            {
                Spoil(raw, name, wrong);
                if (Wrong(await PostAsync(visitor, raw)).Contains(name))
                {
                    mistakes[name] = wrong;
                    break;
                }
            }

            raw.Put(name, right);
        }

        return mistakes;
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(Visitor visitor, RawForm raw, Dictionary<string, string> mistakes, string route)
    {
        foreach (var (name, wrong) in mistakes)
        {
            Spoil(raw, name, wrong);
        }

        var page = await PostAsync(visitor, raw);
        return
        [
            .. mistakes.Keys.Except(Wrong(page)).Where(name => !NotAskedWithout.ContainsKey((route, name))).Select(name => $"says nothing of {name}"),
            .. page.Texts(".error-summary li").GroupBy(line => line).Where(same => same.Count() > 1).Select(same => $"says the same twice: {same.Key}"),
        ];
    }

    private static void Spoil(RawForm raw, string name, string wrong)
    {
        if (wrong.Length > 0)
        {
            raw.Set(name, wrong);
        }
        else if (raw.Texts.Any(c => c.GetAttribute("name") == name))
        {
            raw.Set(name, " ");
        }
        else
        {
            raw.Remove(name);
        }
    }

    private static async Task<HtmlPage> PostAsync(Visitor visitor, RawForm raw) =>
        await visitor.FollowAsync(await visitor.SendAsync(raw.Action, raw.Content()));

    /// <summary>Names of the controls that a message stands beside.</summary>
    private static HashSet<string> Wrong(HtmlPage page) =>
        page.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest
            ? [.. page.Document.QuerySelectorAll("form [name]").Where(IsWrong).Select(c => c.GetAttribute("name")!)]
            : [];

    private static bool IsWrong(IElement control) =>
        control.GetAttribute("aria-invalid") == "true" || control.Closest("fieldset.field--error") is { } group && control.Closest(".field") == group;
}

public sealed class EverythingAtOnceTestsOnSqlite(DemonstrationOnSqlite fixture, FormsOfTheSite forms)
    : EverythingAtOnceTests(fixture, forms), IClassFixture<DemonstrationOnSqlite>, IClassFixture<FormsOfTheSite>;

public sealed class EverythingAtOnceTestsOnPostgreSql(DemonstrationOnPostgreSql fixture, FormsOfTheSite forms)
    : EverythingAtOnceTests(fixture, forms), IClassFixture<DemonstrationOnPostgreSql>, IClassFixture<FormsOfTheSite>;
