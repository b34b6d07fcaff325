using System.Security.Cryptography;
using System.Text;

namespace Connections.Data.Seeding;

/// <summary>The same identifier for the same record of a site pack on every machine, so that an import can be repeated.</summary>
public static class SeedIds
{
    /// <param name="pack">Folder name of the pack: <c>scotland</c>.</param>
    /// <param name="file">File name without ending: <c>organisations</c>.</param>
    /// <param name="key">The record's key, unique in its file.</param>
    public static Guid For(string pack, string file, string key)
    {
        Span<byte> bytes = stackalloc byte[16];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{pack}/{file}/{key}")).AsSpan(0, 16).CopyTo(bytes);

        // RFC 9562: version 8 (made by the application), variant 10.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
