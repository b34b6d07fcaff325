using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Connections.Web.Mail;

/// <summary>Writes the plain text of an e-mail from its HTML, so that both always say the same: a link becomes its words
/// and its address, after a colon where it stands alone, a heading is underlined, a list keeps its marks and numbers.</summary>
internal static partial class PlainText
{
    public static string From(string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        var text = new StringBuilder();
        foreach (var part in new[] { document.GetElementById("mail-body") ?? document.Body, document.GetElementById("mail-foot") })
        {
            if (part is not null)
            {
                text.Append(text.Length > 0 ? "\n\n-- \n" : "").Append(Block(part));
            }
        }

        return text.ToString().Trim() + "\n";
    }

    private static string Block(INode node)
    {
        var text = new StringBuilder();
        Children(node, text);
        return BlankLines().Replace(SpaceAtLineEnds().Replace(text.ToString(), "\n"), "\n\n").Trim();
    }

    private static void Children(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            Write(child, text);
        }
    }

    private static void Write(INode node, StringBuilder text)
    {
        if (node is IText words)
        {
            var run = Spaces().Replace(words.Data, " ");
            text.Append(AtLineStart(text) ? run.TrimStart() : run);
        }
        else if (node is IElement element)
        {
            WriteElement(element, text);
        }
    }

    private static void WriteElement(IElement element, StringBuilder text)
    {
        switch (element.LocalName)
        {
            case "style" or "script" or "template" or "head":
                break;
            case "br":
                text.Append('\n');
                break;
            case "hr":
                text.Append("\n\n----------\n\n");
                break;
            case "img":
                text.Append(element.GetAttribute("alt"));
                break;
            case "a":
                WriteLink(element, text);
                break;
            case "h1" or "h2" or "h3" or "h4":
                WriteHeading(element, text);
                break;
            case "ul" or "ol":
                WriteList(element, text);
                break;
            case "blockquote":
                text.Append("\n\n> ").Append(Block(element).Replace("\n", "\n> ", StringComparison.Ordinal)).Append("\n\n");
                break;
            case "tr":
                text.Append('\n').AppendJoin("  ", element.Children.Select(Block).Where(cell => cell.Length > 0)).Append('\n');
                break;
            case "dt" or "dd" or "li":
                text.Append('\n').Append(Block(element)).Append('\n');
                break;
            case "p" or "div" or "section" or "table" or "dl" or "address" or "td":
                text.Append("\n\n").Append(Block(element)).Append("\n\n");
                break;
            default:
                Children(element, text);
                break;
        }
    }

    private static void WriteLink(IElement link, StringBuilder text)
    {
        var words = Block(link);
        var address = link.GetAttribute("href") ?? "";
        var bare = address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address["mailto:".Length..] : address;
        text.Append(words.Length == 0 || words == bare || bare.Length == 0 ? (words.Length == 0 ? bare : words) : IsAlone(link) ? $"{words}: {bare}" : $"{words} ({bare})");
    }

    /// <summary>Whether the paragraph is nothing but the link: a button, or the one thing to do.</summary>
    private static bool IsAlone(IElement link) =>
        link.ParentElement is { LocalName: "p" } paragraph && paragraph.TextContent.AsSpan().Trim().SequenceEqual(link.TextContent.AsSpan().Trim());

    private static void WriteHeading(IElement heading, StringBuilder text)
    {
        var words = Block(heading);
        var line = new string(heading.LocalName == "h1" ? '=' : '-', Math.Min(words.Length, 60));
        text.Append("\n\n").Append(words).Append('\n').Append(line).Append("\n\n");
    }

    private static void WriteList(IElement list, StringBuilder text)
    {
        var number = int.TryParse(list.GetAttribute("start"), out var first) ? first : 1;
        text.Append("\n\n");
        foreach (var item in list.Children.Where(child => child.LocalName == "li"))
        {
            var mark = list.LocalName == "ol" ? $"{number++}. " : "- ";
            text.Append(mark).Append(Block(item).Replace("\n", "\n" + new string(' ', mark.Length), StringComparison.Ordinal)).Append('\n');
        }

        text.Append("\n\n");
    }

    private static bool AtLineStart(StringBuilder text) => text.Length == 0 || text[^1] is '\n' or ' ';

    [GeneratedRegex(@"[ \t\r\n\f]+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@" +\n", RegexOptions.None, 1000)]
    private static partial Regex SpaceAtLineEnds();

    [GeneratedRegex(@"\n{3,}", RegexOptions.None, 1000)]
    private static partial Regex BlankLines();
}
