using System.Net;
using Connections.Testing.Html;

namespace Connections.Web.Tests.BadInput;

/// <summary>What the site said to bad input, and what is wrong with that.</summary>
/// <param name="heading">Of the page that the form stood on: under another one it says something else.</param>
public sealed class Answer(HtmlPage page, bool wasRedirected, string stored, string heading)
{
    private static readonly HttpStatusCode[] Refusals =
    [
        HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.Conflict, HttpStatusCode.RequestEntityTooLarge,
        HttpStatusCode.UnsupportedMediaType, HttpStatusCode.UnprocessableEntity, HttpStatusCode.TooManyRequests,
    ];

    private static readonly string[] Traces =
        ["Exception", "   at ", "StackTrace", "Npgsql", "SQLite Error", "Microsoft.AspNetCore", "Microsoft.EntityFramework", "System.", ".cshtml", ":line "];

    public bool WasAccepted => wasRedirected && !SaysSomething;

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
        else if (page.Status is HttpStatusCode.OK && !SaysSomething && page.Heading == heading)
        {
            yield return "does not say what is wrong";
        }

        if (stored.Length > 0)
        {
            yield return $"stored something ({stored})";
        }
    }

    /// <summary>What was typed into these boxes is in a form again: the same one, or one that waits to be sent anew. Where there is
    /// no such page any more, it can be read and copied.</summary>
    public IEnumerable<string> FaultsInKeeping(IReadOnlyDictionary<string, string> typed)
    {
        foreach (var (name, value) in typed)
        {
            if (page.Status is HttpStatusCode.NotFound)
            {
                if (!page.Document.QuerySelectorAll("main li").Any(li => li.TextContent == value.ReplaceLineEndings("\n")))
                {
                    yield return $"does not show what was typed into {name}";
                }

                continue;
            }

            var controls = page.Document.QuerySelectorAll("form [name]").Where(c => c.GetAttribute("name") == name).ToList();
            if (!controls.Exists(c => (c.GetAttribute("value") ?? c.TextContent).ReplaceLineEndings("\n").Trim() == value.ReplaceLineEndings("\n").Trim()))
            {
                yield return controls.Count == 0 ? $"does not show {name} again" : $"lost what was typed into {name}";
            }
        }
    }
}
