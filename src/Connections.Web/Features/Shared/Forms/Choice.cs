namespace Connections.Web.Features.Shared.Forms;

/// <summary>One answer of a list, radios or checkboxes.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Text">What is read.</param>
public sealed record Choice(string Value, string Text)
{
    public string? Hint { get; init; }

    /// <summary>How many results the answer leads to, in a search filter.</summary>
    public int? Count { get; init; }

    /// <summary>The language the text is written in, where it is not the page's.</summary>
    public string? Language { get; init; }
}
