using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Connections.Adapters.Tests.Images;

/// <summary>Images built byte by byte, so that the tests know what is in them.</summary>
internal static class TestImages
{
    public const string Camera = "SecretCamera 3000";

    /// <summary>A PNG whose left half is red and whose right half is blue.</summary>
    public static byte[] Png(int width, int height)
    {
        var rows = new MemoryStream();
        for (var y = 0; y < height; y++)
        {
            rows.WriteByte(0);
            for (var x = 0; x < width; x++)
            {
                rows.Write(x < width / 2 ? [255, 0, 0] : [0, 0, 255]);
            }
        }

        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(rows.ToArray());
        }

        return [.. PngHeader(width, height), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>Only the beginning of a PNG: it says how large it is, and there is nothing behind.</summary>
    public static byte[] PngHeader(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        return [0x89, .. "PNG\r\n\u001A\n"u8, .. Chunk("IHDR", header)];
    }

    /// <summary>The smallest GIF: one black dot.</summary>
    public static byte[] Gif() => Convert.FromHexString("47494638396101000100800000000000FFFFFF2C00000000010001000002024401003B");

    /// <summary>Puts into a JPEG what a telephone would: turned on its side, camera, place, an XMP block and a comment.</summary>
    public static byte[] WithExif(byte[] jpeg) =>
    [
        .. jpeg[..2],
        .. Segment(0xE1, [.. "Exif\0\0"u8, .. Exif()]),
        .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>SecretOwner</x:xmpmeta>"u8]),
        .. Segment(0xFE, "SecretComment"u8.ToArray()),
        .. jpeg[2..],
    ];

    private static byte[] Exif()
    {
        const int firstValue = 8 + 2 + (3 * 12) + 4;
        var camera = Encoding.ASCII.GetBytes(Camera + "\0");
        var place = firstValue + camera.Length;
        var latitude = place + 2 + (2 * 12) + 4;
        return
        [
            .. "MM\0*"u8, .. Int32(8),
            .. Int16(3),
            .. Entry(0x010F, 2, camera.Length, Int32(firstValue)),
            .. Entry(0x0112, 3, 1, [.. Int16(6), 0, 0]),
            .. Entry(0x8825, 4, 1, Int32(place)),
            .. Int32(0),
            .. camera,
            .. Int16(2),
            .. Entry(1, 2, 2, [(byte)'N', 0, 0, 0]),
            .. Entry(2, 5, 3, Int32(latitude)),
            .. Int32(0),
            .. Int32(55), .. Int32(1), .. Int32(57), .. Int32(1), .. Int32(12), .. Int32(1),
        ];
    }

    private static byte[] Entry(int tag, int type, int count, byte[] value) => [.. Int16(tag), .. Int16(type), .. Int32(count), .. value];

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, .. Int16(content.Length + 2), .. content];

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] checkedBytes = [.. Encoding.ASCII.GetBytes(type), .. content];
        return [.. Int32(content.Length), .. checkedBytes, .. Int32((int)Crc32(checkedBytes))];
    }

    private static uint Crc32(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }

    private static byte[] Int16(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Int32(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
