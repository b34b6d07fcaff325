namespace Connections.Testing.Databases;

/// <summary>Where this run of the tests keeps its files; deleted when the process ends.</summary>
public static class TemporaryFolder
{
    public static string OfThisRun { get; } = Create();

    public static string New(string name) =>
        Directory.CreateDirectory(Path.Combine(OfThisRun, $"{name}-{Guid.NewGuid():N}")).FullName;

    private static string Create()
    {
        var folder = Directory.CreateTempSubdirectory("connections-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException)
            {
                // Something still holds a file; the system's own tidying takes the folder later.
            }
        };
        return folder;
    }
}
