using System.Runtime.CompilerServices;

namespace Connections.Testing;

/// <summary>Where the sources are, for tests that read them or approved files beside them.</summary>
public static class SourceTree
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>A file beside the source file of the caller.</summary>
    public static string Beside(string name, [CallerFilePath] string caller = "") =>
        Path.Combine(Root, Path.GetRelativePath(Find(caller), Path.GetDirectoryName(caller)!), name);

    /// <summary>Files under a folder of the tree that are written by people: nothing built, restored or generated.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", new EnumerationOptions { RecurseSubdirectories = true })
            .Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
            .Where(f => !Path.GetRelativePath(Root, f).Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "dist" or "Migrations"))
            .Order(StringComparer.Ordinal);

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Connections.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"Connections.sln is in no folder above {start}.");
    }
}
