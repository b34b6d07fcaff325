namespace Connections.Web.Features.Shared.Forms;

/// <summary>The controls of the page in the order they were drawn, for the error summary.</summary>
public sealed class RenderedFields
{
    private readonly List<Entry> entries = [];

    public IReadOnlyList<Entry> Entries => entries;

    /// <summary>Whether the page shows an error summary; its title then says so.</summary>
    public bool ShowsErrors { get; set; }

    public static RenderedFields Of(HttpContext context)
    {
        if (context.Items[typeof(RenderedFields)] is not RenderedFields fields)
        {
            context.Items[typeof(RenderedFields)] = fields = new RenderedFields();
        }

        return fields;
    }

    /// <param name="label">What the control asks: the summary says it where a message alone does not tell which control it is about.</param>
    public void Add(string name, string controlId, IReadOnlyList<string> errors, string label) => entries.Add(new Entry(name, controlId, errors, label));

    public sealed record Entry(string Name, string ControlId, IReadOnlyList<string> Errors, string Label);
}
