using AngleSharp.Html.Dom;

namespace Connections.Testing.Html;

/// <summary>A form as the page showed it. What a test does not change is posted as a browser would post it,
/// the antiforgery token and the version of what is edited included.</summary>
public sealed class PageForm
{
    private readonly Visitor visitor;
    private readonly HtmlPage page;
    private readonly List<KeyValuePair<string, string>> values;
    private readonly List<(string Name, string FileName, string ContentType, byte[] Content)> files = [];
    private KeyValuePair<string, string>? button;
    private string? buttonAction;

    internal PageForm(Visitor visitor, HtmlPage page, IHtmlFormElement form)
    {
        this.visitor = visitor;
        this.page = page;
        Element = form;
        values = [.. FormFields.Of(form)];
    }

    public IHtmlFormElement Element { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Values => values;

    public bool IsPost => string.Equals(Element.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase);

    public string Action => page.Resolve(buttonAction ?? Element.GetAttribute("action") ?? page.Path);

    /// <summary>Fills the control of this name, or chooses this value in it.</summary>
    public PageForm Set(string name, string value)
    {
        if (!FormFields.Named(Element, name).Any())
        {
            throw new PageException(page, $"The form has no control named \"{name}\". It has: {string.Join(", ", FormFields.Names(Element))}.");
        }

        return Put(name, value);
    }

    /// <summary>Ticks these boxes, and no others, among those of this name.</summary>
    public PageForm Tick(string name, params string[] chosen)
    {
        var offered = FormFields.Named(Element, name).Select(c => c.GetAttribute("value") ?? "on").ToList();
        if (chosen.FirstOrDefault(c => !offered.Contains(c)) is { } missing)
        {
            throw new PageException(page, $"\"{name}\" does not offer \"{missing}\". It offers: {string.Join(", ", offered)}.");
        }

        values.RemoveAll(v => v.Key == name);
        values.AddRange(chosen.Select(c => KeyValuePair.Create(name, c)));
        return this;
    }

    /// <summary>Puts a value in whether or not the form has such a control: for tests of what no browser would send.</summary>
    public PageForm Put(string name, string value)
    {
        values.RemoveAll(v => v.Key == name);
        values.Add(KeyValuePair.Create(name, value));
        return this;
    }

    public PageForm Remove(string name)
    {
        values.RemoveAll(v => v.Key == name);
        return this;
    }

    public PageForm Attach(string name, string fileName, string contentType, byte[] content)
    {
        files.Add((name, fileName, contentType, content));
        return this;
    }

    public async Task<HtmlPage> SubmitAsync()
    {
        var sent = button is { } pressed ? [.. values, pressed] : values;
        if (!IsPost)
        {
            var query = await new FormUrlEncodedContent(sent).ReadAsStringAsync();
            return await visitor.GetAsync($"{Action.Split('?')[0]}?{query}");
        }

        return await visitor.PostAsync(Action, Content(sent));
    }

    internal PageForm With(IHtmlElement pressed)
    {
        buttonAction = pressed.GetAttribute("formaction");
        if (pressed.GetAttribute("name") is { Length: > 0 } name)
        {
            button = KeyValuePair.Create(name, pressed.GetAttribute("value") ?? "");
        }

        return this;
    }

    private HttpContent Content(IReadOnlyList<KeyValuePair<string, string>> sent)
    {
        if (!string.Equals(Element.GetAttribute("enctype"), "multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return new FormUrlEncodedContent(sent);
        }

        var content = new MultipartFormDataContent();
        foreach (var (name, value) in sent)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var file in files)
        {
            var part = new ByteArrayContent(file.Content);
            part.Headers.TryAddWithoutValidation("Content-Type", file.ContentType);
            content.Add(part, file.Name, file.FileName);
        }

        return content;
    }
}
