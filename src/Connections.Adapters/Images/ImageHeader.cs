using System.Buffers.Binary;
using Connections.Adapters.Files;

namespace Connections.Adapters.Images;

/// <summary>Reads an image's size from its header, without decoding anything, so that a bomb is known before it is opened.</summary>
public static class ImageHeader
{
    /// <summary>JPEG puts its size behind colour profiles and camera notes, which may be long.</summary>
    private const int LongestHeader = 1024 * 1024;

    /// <summary>The size, or null when the header does not hold one. The stream is left at its start.</summary>
    public static async Task<ImageSize?> ReadAsync(Stream image, FileKind kind, CancellationToken ct = default)
    {
        image.Position = 0;
        var head = new byte[Math.Min(image.Length, LongestHeader)];
        await image.ReadExactlyAsync(head, ct);
        image.Position = 0;
        return Read(head, kind);
    }

    public static ImageSize? Read(ReadOnlySpan<byte> head, FileKind kind)
    {
        var size = kind switch
        {
            FileKind.Jpeg => Jpeg(head),
            FileKind.Png => Png(head),
            FileKind.Gif => Gif(head),
            FileKind.WebP => WebP(head),
            _ => null,
        };
        return size is { Width: > 0, Height: > 0 } ? size : null;
    }

    private static ImageSize? Png(ReadOnlySpan<byte> head) =>
        head.Length >= 24 && head[12..16].SequenceEqual("IHDR"u8)
            ? new(BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]))
            : null;

    private static ImageSize? Gif(ReadOnlySpan<byte> head) =>
        head.Length >= 10
            ? new(BinaryPrimitives.ReadUInt16LittleEndian(head[6..]), BinaryPrimitives.ReadUInt16LittleEndian(head[8..]))
            : null;

    private static ImageSize? WebP(ReadOnlySpan<byte> head)
    {
        if (head.Length < 30)
        {
            return null;
        }

        if (head[12..16].SequenceEqual("VP8X"u8))
        {
            return new(1 + UInt24(head[24..]), 1 + UInt24(head[27..]));
        }

        if (head[12..16].SequenceEqual("VP8L"u8) && head[20] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(head[21..]);
            return new(1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
        }

        return head[12..16].SequenceEqual("VP8 "u8) && head[23..26] is [0x9D, 0x01, 0x2A]
            ? new(BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3FFF)
            : null;
    }

    private static ImageSize? Jpeg(ReadOnlySpan<byte> head)
    {
        for (var at = 2; at + 9 <= head.Length;)
        {
            if (head[at] != 0xFF)
            {
                return null;
            }

            var marker = head[at + 1];
            if (marker == 0xFF)
            {
                at++; // any number of fill bytes may stand before a marker
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(head[(at + 2)..]);
            if (IsFrame(marker))
            {
                return new(BinaryPrimitives.ReadUInt16BigEndian(head[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(head[(at + 5)..]));
            }

            if (length < 2 || marker is 0xD9 or 0xDA)
            {
                return null; // the picture begins or ends, and no size was given
            }

            at += 2 + length;
        }

        return null;
    }

    // C4, C8 and CC lie among the frame markers but mean something else.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static int UInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
