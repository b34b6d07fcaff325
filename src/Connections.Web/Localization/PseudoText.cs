using System.Text;

namespace Connections.Web.Localization;

/// <summary>Makes a text of the pseudo-locale: accented, a third longer and in brackets, so that text that never went
/// through a resource, or does not fit when it grows, can be seen. Placeholders and tags stay as they are.</summary>
public static class PseudoText
{
    public const string Culture = "en-XA";

    private const string Plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Accented = "àƀćďéƒĝĥïĵķĺḿñöþǫŕšţûṽŵẋýžÀƁĆĎÉƑĜĤÏĴĶĹḾÑÖÞǪŔŠŢÛṼŴẊÝŽ";
    private const string Padding = "ëẍţŕà ŵíðţĥ ";

    public static string From(string text)
    {
        var result = new StringBuilder("[", text.Length * 2);
        var index = 0;
        while (index < text.Length)
        {
            var end = EndOfKept(text, index);
            if (end > index)
            {
                result.Append(text, index, end - index);
                index = end;
            }
            else
            {
                result.Append(Accent(text[index++]));
            }
        }

        var padding = (text.Length + 2) / 3;
        return result.Append(' ').Append(Repeat(padding)).Append(']').ToString();
    }

    // A placeholder such as {0:d}, or a tag such as <strong>, is kept to its closing mark.
    private static int EndOfKept(string text, int index)
    {
        if (string.CompareOrdinal(text, index, PluralText.Between, 0, PluralText.Between.Length) == 0)
        {
            return index + PluralText.Between.Length;
        }

        if (PluralText.OpeningAt(text, index) is > 0 and var opening)
        {
            return index + opening;
        }

        var close = text[index] switch
        {
            '{' => text.IndexOf('}', index),
            '<' => text.IndexOf('>', index),
            _ => -1,
        };

        return close < 0 ? index : close + 1;
    }

    private static char Accent(char letter)
    {
        var at = Plain.IndexOf(letter, StringComparison.Ordinal);
        return at < 0 ? letter : Accented[at];
    }

    private static string Repeat(int length) =>
        string.Concat(Enumerable.Repeat(Padding, (length / Padding.Length) + 1))[..length].TrimEnd();
}
