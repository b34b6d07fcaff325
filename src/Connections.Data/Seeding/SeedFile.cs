using System.Text.Json;
using Connections.Data.Conversions;

namespace Connections.Data.Seeding;

/// <summary>Reads the JSON files of a site pack.</summary>
public static class SeedFile
{
    /// <returns>The records of <c>{packFolder}/{path}</c>, or none where the pack has no such file.</returns>
    /// <exception cref="InvalidDataException">The file is not what its shape says; the message names it.</exception>
    public static async Task<T?> ReadAsync<T>(string packFolder, string path, CancellationToken ct)
        where T : class
    {
        var file = Path.Combine(packFolder, path);
        if (!File.Exists(file))
        {
            return null;
        }

        await using var stream = File.OpenRead(file);
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(stream, JsonConverter.Options, ct);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} of the site pack cannot be read: {e.Message}", e);
        }
    }

    public static string PackName(string packFolder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(packFolder));
}
