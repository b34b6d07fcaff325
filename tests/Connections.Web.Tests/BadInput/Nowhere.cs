namespace Connections.Web.Tests.BadInput;

/// <summary>Addresses that no record has.</summary>
internal static class Nowhere
{
    /// <summary>The address with each value that its route takes replaced by one of the same kind that names nothing.</summary>
    public static string InsteadOf(string address, string route)
    {
        var (path, query) = address.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? (address[..at], address[at..]) : (address, "");
        var parts = path.Split('/');
        foreach (var (index, name) in route.Split('/').Index().Where(p => p.Item.StartsWith('{') && !p.Item.Contains(":regex", StringComparison.Ordinal) && p.Index < parts.Length))
        {
            parts[index] = name.Contains(":guid", StringComparison.Ordinal) || Guid.TryParse(parts[index], out _) ? Guid.CreateVersion7().ToString("D")
                : name.Contains(":int", StringComparison.Ordinal) ? "1999"
                : "no-such-thing";
        }

        return string.Join('/', parts) + query;
    }
}
