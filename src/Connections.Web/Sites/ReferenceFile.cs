using System.Text.Json;

namespace Connections.Web.Sites;

internal static class ReferenceFile
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static T Read<T>(SitePack pack, string file) =>
        JsonSerializer.Deserialize<T>(File.ReadAllBytes(Path.Combine(pack.Reference, file)), Json)!;
}
