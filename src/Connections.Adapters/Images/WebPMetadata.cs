using System.Buffers.Binary;

namespace Connections.Adapters.Images;

/// <summary>Takes camera notes, XMP and colour profile out of a WebP file, which is a row of chunks (RIFF).</summary>
/// <remarks>libvips 8.14 keeps them in WebP even when told to strip, so this is done to its output and not left to it.</remarks>
internal static class WebPMetadata
{
    private const int FileHeader = 12;
    private const int ChunkHeader = 8;
    private const byte SaysMetadata = 0x20 | 0x08 | 0x04; // the profile, EXIF and XMP flags of VP8X

    /// <summary>The file without metadata, or null when its chunks do not fit together.</summary>
    public static byte[]? Strip(ReadOnlySpan<byte> file)
    {
        if (file.Length < FileHeader || !file[..4].SequenceEqual("RIFF"u8) || !file[8..12].SequenceEqual("WEBP"u8))
        {
            return null;
        }

        var kept = new MemoryStream(file.Length);
        kept.Write(file[..FileHeader]);
        for (var rest = file[FileHeader..]; !rest.IsEmpty;)
        {
            if (rest.Length < ChunkHeader || BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]) is var size && size > rest.Length - ChunkHeader)
            {
                return null;
            }

            var chunk = rest[..Math.Min(rest.Length, ChunkHeader + (int)size + (int)(size & 1))];
            Keep(chunk, kept);
            rest = rest[chunk.Length..];
        }

        var result = kept.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(result.AsSpan(4), result.Length - 8);
        return result;
    }

    private static void Keep(ReadOnlySpan<byte> chunk, MemoryStream kept)
    {
        var type = chunk[..4];
        if (type.SequenceEqual("VP8X"u8) && chunk.Length > ChunkHeader)
        {
            kept.Write(chunk[..ChunkHeader]);
            kept.WriteByte((byte)(chunk[ChunkHeader] & ~SaysMetadata));
            kept.Write(chunk[(ChunkHeader + 1)..]);
        }
        else if (type.SequenceEqual("VP8 "u8) || type.SequenceEqual("VP8L"u8) || type.SequenceEqual("ALPH"u8))
        {
            kept.Write(chunk);
        }
    }
}
