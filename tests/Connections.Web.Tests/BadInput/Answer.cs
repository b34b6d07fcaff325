using System.Net;
using Connections.Testing.Html;

namespace Connections.Web.Tests.BadInput;

/// <summary>What the site said to bad input, and what is wrong with that.</summary>
public sealed class Answer(HtmlPage page, bool wasRedirected, string stored)
{
    private static readonly HttpStatusCode[] Refusals =
    [
        HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.Conflict, HttpStatusCode.RequestEntityTooLarge,
        HttpStatusCode.UnsupportedMediaType, HttpStatusCode.UnprocessableEntity, HttpStatusCode.TooManyRequests,
    ];

    private static readonly string[] Traces =
        ["Exception", "   at ", "StackTrace", "Npgsql", "SQLite Error", "Microsoft.AspNetCore", "Microsoft.EntityFramework", "System.", ".cshtml", "line 1"];

    public bool WasAccepted => wasRedirected && !SaysSomething;

    public bool IsShownAgain => !wasRedirected && page.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest && page.Document.QuerySelector("form") is not null;

    public HtmlPage Page => page;

    private bool SaysSomething => page.Document.QuerySelector(".error-summary, [role=alert]") is not null;

    /// <summary>True of any answer at all: it is no crash, and it shows nothing of the inside.</summary>
    public IEnumerable<string> Faults()
    {
        if ((int)page.Status >= 500)
        {
            yield return $"answered {(int)page.Status}";
        }
        else if (page.Status is not HttpStatusCode.OK && !Refusals.Contains(page.Status))
        {
            yield return $"answered {(int)page.Status}";
        }

        var text = page.Document.DocumentElement.TextContent;
        foreach (var trace in Traces.Where(t => text.Contains(t, StringComparison.Ordinal)))
        {
            yield return $"shows \"{trace}\"";
        }

        if (page.Heading.Length == 0 && page.Response.Content.Headers.ContentType?.MediaType is "text/html" or null)
        {
            yield return $"has no heading ({(int)page.Status})";
        }
    }

    /// <summary>True of a refusal: it says what is wrong, and nothing was stored.</summary>
    public IEnumerable<string> FaultsAsRefusal()
    {
        if (WasAccepted)
        {
            yield return $"was accepted and went on to {page.Path}";
        }
        else if (page.Status is HttpStatusCode.OK && !SaysSomething)
        {
            yield return "does not say what is wrong";
        }

        if (stored.Length > 0)
        {
            yield return $"stored something ({stored})";
        }
    }

    /// <summary>What was typed into these boxes is still in them.</summary>
    public IEnumerable<string> FaultsInKeeping(IReadOnlyDictionary<string, string> typed)
    {
        if (!IsShownAgain)
        {
            yield break;
        }

        foreach (var (name, value) in typed)
        {
            var controls = page.Document.QuerySelectorAll($"[name='{name}']");
            var kept = controls.Any(c => (c.GetAttribute("value") ?? c.TextContent).ReplaceLineEndings("\n").Trim() == value.ReplaceLineEndings("\n").Trim());
            if (controls.Length > 0 && !kept)
            {
                yield return $"lost what was typed into {name}";
            }
        }
    }
}
