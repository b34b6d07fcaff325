using System.Text;
using System.Text.Unicode;

namespace Connections.Adapters.Files;

/// <summary>What a file truly is, by its own bytes; neither its name nor what the browser said is asked.</summary>
public static class ContentSniffer
{
    private const int LongestMark = 16;

    /// <summary>The file's type, or null for any that is not taken. The stream is left at its start.</summary>
    /// <remarks>A mark must stand at the very first byte, so a file cannot be two kinds at once by hiding one behind the other.</remarks>
    public static async Task<FileType?> RecogniseAsync(Stream content, CancellationToken ct = default)
    {
        content.Position = 0;
        var head = new byte[LongestMark];
        var length = await content.ReadAtLeastAsync(head, LongestMark, throwOnEndOfStream: false, ct);
        content.Position = 0;
        var kind = ByMark(head.AsSpan(0, length)) switch
        {
            Mark.Zip => OfficeFile.Recognise(content),
            Mark.None when await IsTextAsync(content, ct) => FileKind.PlainText,
            Mark.None => null,
            var mark => (FileKind?)mark,
        };
        content.Position = 0;
        return kind is { } known ? FileType.Of(known) : null;
    }

    private static Mark ByMark(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Mark.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Mark.Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => Mark.Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => Mark.WebP,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Mark.Pdf,
        [(byte)'P', (byte)'K', 3, 4, ..] => Mark.Zip,
        _ => Mark.None,
    };

    // UTF-8 without control characters, and not markup: what a browser could take for a page is not plain text.
    private static async Task<bool> IsTextAsync(Stream content, CancellationToken ct)
    {
        var bytes = new byte[64 * 1024];
        var (kept, isStart) = (0, true);
        while (await content.ReadAtLeastAsync(bytes.AsMemory(kept), 4096, throwOnEndOfStream: false, ct) is var read and > 0)
        {
            var piece = bytes.AsSpan(0, kept + read);
            if (isStart && LooksLikeMarkup(piece))
            {
                return false;
            }

            // A character cut off at the end of the piece waits for the next one.
            kept = CutOff(piece);
            var whole = piece[..^kept];
            if (!Utf8.IsValid(whole) || HasControl(whole))
            {
                return false;
            }

            piece[^kept..].CopyTo(bytes);
            isStart = false;
        }

        return kept == 0 && !isStart;
    }

    private static bool LooksLikeMarkup(ReadOnlySpan<byte> start) =>
        Encoding.UTF8.GetString(start[..Math.Min(start.Length, 512)]).TrimStart('\uFEFF').TrimStart() is ['<', ..] or ['%', '!', ..];

    private static int CutOff(ReadOnlySpan<byte> piece)
    {
        for (var back = 1; back <= Math.Min(3, piece.Length); back++)
        {
            var b = piece[^back];
            if ((b & 0b1100_0000) != 0b1000_0000)
            {
                var length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : b >= 0xC0 ? 2 : 1;
                return length > back ? back : 0;
            }
        }

        return 0;
    }

    private static bool HasControl(ReadOnlySpan<byte> text)
    {
        foreach (var b in text)
        {
            if (b is < (byte)' ' and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f') or 0x7F)
            {
                return true;
            }
        }

        return false;
    }

    private enum Mark
    {
        Jpeg = FileKind.Jpeg,
        Png = FileKind.Png,
        WebP = FileKind.WebP,
        Gif = FileKind.Gif,
        Pdf = FileKind.Pdf,
        Zip = 100,
        None = 101,
    }
}
