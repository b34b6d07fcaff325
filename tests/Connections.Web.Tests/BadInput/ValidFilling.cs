using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Connections.Testing;

namespace Connections.Web.Tests.BadInput;

/// <summary>Fills a form as somebody does who reads its labels: what is empty and asked for gets a value of its kind, what is
/// there already stays, but for one text that becomes another, so that something is saved.</summary>
internal static class ValidFilling
{
    // Short enough for every limit of words, long enough for every reason.
    private const string Sentence = "We meet monthly.";

    /// <summary>What cannot be read off a form: by the end of the route it posts to and the control's name, a pattern. Null leaves it as it is.</summary>
    private static readonly (string Route, string Name, Func<RawForm, SiteInUse, string?> Value)[] Exceptions =
    [
        ("/account/authenticator", "^Code$", (form, _) => AuthenticatorApp.CodeFor(form.Page.Texts("main code")[0])),
        ("/sign-in/second-factor", "^Code$", (_, site) => AuthenticatorApp.CodeFor(site.AppKey)),
        ("/share/{id:guid?}", "StartTime$", (_, _) => "19:00"),
        ("/share/{id:guid?}", "EndTime$", (_, _) => "21:00"),
        ("", @"\]\[0\]\.Other$", (_, _) => null),
        ("", @"\]\[[1-9]\d*\]\.", (_, _) => null),
        ("", "Website$", (_, _) => "www.example.org"),
        ("", "StartedYear$", (_, _) => "1998"),
        ("", "Amount$", (_, _) => "2500"),
        ("", @"\[amountRequested\]$", (_, _) => "2500"),
        ("", @"\.Countries$", (_, _) => "NZ"),
        ("/newsletter/{id:guid}/send", "^Number$", (form, _) => string.Concat(form.Page.Texts(".audience-number")[0].Where(char.IsAsciiDigit))),
        ("/staff/people/{id:guid}", "Roles$", (form, _) => form.Controls.First(c => c.GetAttribute("name")!.EndsWith("Roles", StringComparison.Ordinal) && !c.HasAttribute("checked")).GetAttribute("value")),
    ];

    private static int filled;

    public static void Fill(RawForm form, string route, SiteInUse site)
    {
        var number = Interlocked.Increment(ref filled).ToString(CultureInfo.InvariantCulture);
        foreach (var group in form.Visible.GroupBy(c => c.GetAttribute("name")!))
        {
            if (Exception(route, group.Key) is { } given)
            {
                if (given(form, site) is { } value)
                {
                    form.Set(group.Key, value);
                }
            }
            else if (string.IsNullOrWhiteSpace(form[group.Key]) && Value(group.First(), number) is { } value)
            {
                form.Set(group.Key, value);
            }
        }

        if (form.Texts.OfType<IHtmlTextAreaElement>().Select(t => t.GetAttribute("name")!).FirstOrDefault(name => Exception(route, name) is null) is { } text)
        {
            form.Set(text, $"{form[text]?.TrimEnd()}\nFilled {number}.");
        }
    }

    private static Func<RawForm, SiteInUse, string?>? Exception(string route, string name) =>
        Array.Find(Exceptions, e => Regex.IsMatch(name, e.Name, RegexOptions.None, TimeSpan.FromSeconds(1)) && route.Split("?handler=")[0].EndsWith(e.Route, StringComparison.Ordinal)).Value;

    private static string? Value(IElement control, string number) => control switch
    {
        IHtmlTextAreaElement => Sentence,
        IHtmlSelectElement select => select.QuerySelectorAll<IHtmlOptionElement>("option").Select(o => o.GetAttribute("value") ?? o.TextContent).FirstOrDefault(v => v.Length > 0),
        IHtmlInputElement { Type: "radio" or "checkbox" } box => box.GetAttribute("value") ?? "on",
        IHtmlInputElement { Type: "email" } => $"filling{number}@example.org",
        IHtmlInputElement { Type: "url" } => $"https://example.org/{number}",
        IHtmlInputElement { Type: "tel" } => "+44 131 496 0000",
        IHtmlInputElement { Type: "date" } => "2027-06-01",
        IHtmlInputElement { Type: "file" or "hidden" } => null,
        IHtmlInputElement input when input.GetAttribute("name")!.EndsWith(".Day", StringComparison.Ordinal) => "1",
        IHtmlInputElement input when input.GetAttribute("name")!.EndsWith(".Month", StringComparison.Ordinal) => "6",
        IHtmlInputElement input when input.GetAttribute("name")!.EndsWith(".Year", StringComparison.Ordinal) => "2027",
        IHtmlInputElement input when input.GetAttribute("inputmode") is "numeric" or "decimal" => "5",
        IHtmlInputElement => $"Line {number}",
        _ => null,
    };
}
