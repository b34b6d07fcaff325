using System.Text;
using System.Text.Json;
using Connections.Data.Conversions;

namespace Connections.Data.Seeding;

/// <summary>Reads the JSON files of a site pack.</summary>
public static class SeedFile
{
    /// <returns>The records of <c>{packFolder}/{path}</c>, or none where the pack has no such file.</returns>
    /// <exception cref="InvalidDataException">The file is not what its shape says; the message names the file, the line and what is wrong.</exception>
    public static async Task<T?> ReadAsync<T>(string packFolder, string path, CancellationToken ct)
        where T : class
    {
        var file = Path.Combine(packFolder, path);
        if (!File.Exists(file))
        {
            return null;
        }

        var json = await File.ReadAllBytesAsync(file, ct);
        var read = Read<T>(json, path);
        return SeedGaps.First(read) is { } gap
            ? throw new InvalidDataException($"{path} of the site pack, line {SeedGaps.LineOf(json, gap)}: {gap} is missing.")
            : read;
    }

    private static T Read<T>(byte[] json, string path)
    {
        try
        {
            var text = json.AsSpan();
            return JsonSerializer.Deserialize<T>(text.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text, JsonConverter.Options)
                ?? throw new JsonException("The file says null.", "$", 0, 0);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} of the site pack, line {(e.LineNumber ?? 0) + 1}: {e.Message}", e);
        }
    }

    public static string PackName(string packFolder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(packFolder));
}
