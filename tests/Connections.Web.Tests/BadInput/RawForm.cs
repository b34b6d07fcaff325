using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Connections.Testing.Html;
using Utf8Bytes = System.Text.Unicode.Utf8;

namespace Connections.Web.Tests.BadInput;

/// <summary>A form whose values are bytes, so that a test can send what no browser would.</summary>
public sealed class RawForm
{
    private const string Token = "__RequestVerificationToken";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly IHtmlFormElement form;
    private readonly List<(string Name, byte[] Value)> values;
    private readonly List<(string Name, string FileName, string ContentType, byte[] Content)> files = [];

    public RawForm(HtmlPage page, IHtmlFormElement form, IElement button, string route)
    {
        Page = page;
        Route = route;
        Button = HtmlPage.Plain(button.TextContent);
        this.form = form;
        values = [.. FormFields.Of(form).Select(v => (v.Key, Utf8.GetBytes(v.Value)))];
        Action = page.Resolve(FoundForm.Target(form, button) is { Length: > 0 } action ? action : page.Path);
        if (button.GetAttribute("name") is { Length: > 0 } pressed)
        {
            values.Add((pressed, Utf8.GetBytes(button.GetAttribute("value") ?? "")));
        }
    }

    public HtmlPage Page { get; }

    /// <summary>The route that the form posts to, as the approved list names it.</summary>
    public string Route { get; }

    /// <summary>Words of the button that is pressed.</summary>
    public string Button { get; }

    public string Action { get; set; }

    public IReadOnlyList<IElement> Controls => [.. FormFields.Controls(form)];

    /// <summary>Boxes that somebody types words into.</summary>
    public IReadOnlyList<IElement> Texts => [.. Controls.Where(IsText)];

    public IReadOnlyList<IElement> Files => [.. Controls.Where(FormFields.IsFile)];

    /// <summary>Controls that a person sees; the rest were put there by the page.</summary>
    public IReadOnlyList<IElement> Visible => [.. Controls.Where(c => c is not IHtmlInputElement { Type: "hidden" })];

    public IReadOnlyList<string> Hidden => [.. Controls.Where(c => c is IHtmlInputElement { Type: "hidden" }).Select(c => c.GetAttribute("name")!).Where(n => !n.StartsWith("__", StringComparison.Ordinal)).Distinct()];

    public bool HasToken => values.Any(v => v.Name == Token);

    public string? this[string name] => values.FirstOrDefault(v => v.Name == name).Value is { } value ? Utf8.GetString(value) : null;

    public static bool IsOptional(IElement control)
    {
        var label = control.Closest("label") ?? (control.Id is { Length: > 0 } id ? control.Owner!.QuerySelector($"label[for='{id}']") : null);
        var group = control.Closest("fieldset")?.QuerySelector("legend");
        return label?.QuerySelector(".label__optional") is not null || group?.QuerySelector(".label__optional") is not null;
    }

    public void Set(string name, string value) => Set(name, Utf8.GetBytes(value));

    public void Set(string name, byte[] value)
    {
        values.RemoveAll(v => v.Name == name);
        values.Add((name, value));
    }

    public IReadOnlyList<byte[]> All(string name) => [.. values.Where(v => v.Name == name).Select(v => v.Value)];

    public void Put(string name, IReadOnlyList<byte[]> all)
    {
        Remove(name);
        values.AddRange(all.Select(value => (name, value)));
    }

    public void Add(string name, string value) => values.Add((name, Utf8.GetBytes(value)));

    public void Remove(string name) => values.RemoveAll(v => v.Name == name);

    public void RemoveToken() => Remove(Token);

    public void PutToken(string token) => Set(Token, token);

    public void SpoilToken() => Set(Token, "CfDJ8" + new string('x', 150));

    public void Attach(string name, string fileName, string contentType, byte[] content) => files.Add((name, fileName, contentType, content));

    public HttpContent Content()
    {
        if (string.Equals(form.GetAttribute("enctype"), "multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return Multipart();
        }

        using var body = new MemoryStream();
        foreach (var (name, value) in values)
        {
            body.Write(Encoding.ASCII.GetBytes($"{(body.Length > 0 ? "&" : "")}{Uri.EscapeDataString(name)}="));
            body.Write(IsUtf8(value) ? Encoding.ASCII.GetBytes(Percent(value)) : value);
        }

        var content = new ByteArrayContent(body.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        return content;
    }

    // What is no UTF-8 goes as the bytes it is: behind percent signs it would only be read as percent signs.
    private static bool IsUtf8(byte[] value) => Utf8Bytes.IsValid(value);

    private static bool IsText(IElement control) =>
        control is IHtmlTextAreaElement || control is IHtmlInputElement { Type: "text" or "email" or "tel" or "url" or "search" or "number" or "date" };

    private static string Percent(byte[] value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var b in value)
        {
            _ = char.IsAsciiLetterOrDigit((char)b) ? text.Append((char)b) : text.Append('%').Append(b.ToString("X2"));
        }

        return text.ToString();
    }

    private MultipartFormDataContent Multipart()
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
        {
            content.Add(new ByteArrayContent(value), $"\"{name}\"");
        }

        foreach (var file in files)
        {
            var part = new ByteArrayContent(file.Content);
            part.Headers.TryAddWithoutValidation("Content-Type", file.ContentType);
            content.Add(part, $"\"{file.Name}\"", $"\"{file.FileName}\"");
        }

        return content;
    }
}
