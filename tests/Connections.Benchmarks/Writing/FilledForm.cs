using AngleSharp;
using AngleSharp.Html.Dom;
using Connections.Benchmarks.Http;

namespace Connections.Benchmarks.Writing;

/// <summary>A form of a page as a browser reads it: its hidden fields, its choices as they stand, and the cookies that came with it.</summary>
internal sealed class FilledForm
{
    private readonly Dictionary<string, string> fields = new(StringComparer.Ordinal);

    private FilledForm(string cookies) => Cookies = cookies;

    public string Cookies { get; }

    /// <param name="selector">Which of the page's forms.</param>
    public static async Task<FilledForm> ReadAsync(RawConnection connection, string path, string selector)
    {
        var (status, _) = await connection.GetAsync(path);
        var answer = connection.Read();
        if (status != 200)
        {
            throw new InvalidOperationException($"{path} answered {status}:\n{answer[..Math.Min(4000, answer.Length)]}");
        }

        var form = new FilledForm(CookieJar.Add(connection.Cookies, answer));
        using var page = await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(answer[(answer.IndexOf("<!doctype", StringComparison.OrdinalIgnoreCase) is var at and > 0 ? at : 0)..]));
        var element = page.QuerySelector(selector) ?? throw new InvalidOperationException($"{path} has no form {selector}.");
        foreach (var input in element.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>().Where(i => i.Type is not ("checkbox" or "radio") || i.IsChecked))
        {
            form.fields[input.Name!] = input.Value;
        }

        return form;
    }

    public FilledForm Set(string name, string value)
    {
        fields[name] = value;
        return this;
    }

    /// <returns>The form as a browser sends it, some fields as given here.</returns>
    public string Encode(params ReadOnlySpan<(string Name, string Value)> changed)
    {
        var all = new Dictionary<string, string>(fields);
        foreach (var (name, value) in changed)
        {
            all[name] = value;
        }

        return string.Join('&', all.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));
    }
}
