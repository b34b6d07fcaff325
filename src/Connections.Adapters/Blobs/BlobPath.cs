using System.Globalization;
using System.Text;

namespace Connections.Adapters.Blobs;

/// <summary>Names as paths: every byte that any file system could take amiss is written as % and two digits.</summary>
/// <remarks>
/// Folders end in "+", a part too long for a file name goes on in a folder ending in "~", files end in ".blob". So "a"
/// and "a/b" can both be stored, names that differ only in case stay apart on disks that do not tell, and no name can
/// lead out of the root.
/// </remarks>
internal static class BlobPath
{
    public const string FileEnd = ".blob";

    private const int LongestPiece = 180;

    public static string File(string root, string name)
    {
        var slash = name.LastIndexOf('/');
        return Path.Combine(Folder(root, slash < 0 ? "" : name[..slash]), string.Join("~" + Path.DirectorySeparatorChar, Pieces(name[(slash + 1)..])) + FileEnd);
    }

    /// <summary>The folder for everything below the given whole parts of a name.</summary>
    public static string Folder(string root, string parts) =>
        parts.Length == 0
            ? root
            : Path.Combine([root, .. parts.Split('/').Select(part => string.Join("~" + Path.DirectorySeparatorChar, Pieces(part)) + "+")]);

    public static string Name(string root, string file)
    {
        var name = new StringBuilder();
        foreach (var piece in Path.GetRelativePath(root, file)[..^FileEnd.Length].Split(Path.DirectorySeparatorChar))
        {
            name.Append(piece.TrimEnd('~', '+')).Append(piece[^1] == '+' ? "/" : "");
        }

        return Decode(name.ToString());
    }

    private static IEnumerable<string> Pieces(string part) =>
        Encode(part).Chunk(LongestPiece).Select(piece => new string(piece));

    private static string Encode(string part)
    {
        var path = new StringBuilder(part.Length + 16);
        foreach (var b in Encoding.UTF8.GetBytes(part))
        {
            if (char.IsAsciiLetterLower((char)b) || char.IsAsciiDigit((char)b) || b is (byte)'-' or (byte)'_' or (byte)'.')
            {
                path.Append((char)b);
            }
            else
            {
                path.Append('%').Append(b.ToString("x2", CultureInfo.InvariantCulture));
            }
        }

        return path.ToString();
    }

    private static string Decode(string path) => Uri.UnescapeDataString(path);
}
