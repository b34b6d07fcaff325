using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Connections.Web.Tests.BadInput;

/// <summary>Fills a form as somebody does who reads its labels: what is empty and asked for gets a value of its kind, what is
/// there already stays, but for one text that becomes another, so that something is saved.</summary>
internal static class ValidFilling
{
    private const string Sentence = "We meet every month, and whoever comes is welcome to bring a friend.";

    /// <summary>What cannot be read off a form: by the route it posts to, then by the name of the control. Null takes a value out.</summary>
    private static readonly Dictionary<string, Dictionary<string, string?>> Exceptions = [];

    private static int filled;

    public static void Fill(RawForm form, string route)
    {
        var number = Interlocked.Increment(ref filled).ToString(CultureInfo.InvariantCulture);
        foreach (var group in form.Visible.GroupBy(c => c.GetAttribute("name")!))
        {
            if (Exceptions.GetValueOrDefault(route)?.TryGetValue(group.Key, out var given) is true)
            {
                Put(form, group.Key, given);
            }
            else if (string.IsNullOrWhiteSpace(form[group.Key]) && Value(group.First(), number) is { } value)
            {
                form.Set(group.Key, value);
            }
        }

        if (form.Texts.FirstOrDefault(t => t is IHtmlTextAreaElement && Exceptions.GetValueOrDefault(route)?.ContainsKey(t.GetAttribute("name")!) is not true) is { } text)
        {
            var name = text.GetAttribute("name")!;
            form.Set(name, $"{form[name]?.TrimEnd()}\nWritten in filling {number}.");
        }
    }

    private static void Put(RawForm form, string name, string? value)
    {
        form.Remove(name);
        if (value is not null)
        {
            form.Set(name, value);
        }
    }

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
        IHtmlInputElement => $"A line filled in as number {number}",
        _ => null,
    };
}
