using System.Runtime.InteropServices;
using System.Text;

namespace Connections.Adapters.Blobs;

/// <summary>Makes new names last: on Unix a file's name belongs to its folder, which has to reach the disk by itself.</summary>
internal static class FolderSync
{
    private const int ReadOnly = 0;

    /// <summary>Makes a folder with those above it, and returns the one that was there before all the new ones.</summary>
    public static string Create(string folder)
    {
        var known = folder;
        while (!Directory.Exists(known))
        {
            known = Path.GetDirectoryName(known)!;
        }

        Directory.CreateDirectory(folder);
        return known;
    }

    /// <summary>Flushes a folder and those above it up to the last one named. Does nothing on Windows, where names need no flushing.</summary>
    public static void Flush(string folder, string last)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        for (var at = folder; at.StartsWith(last, StringComparison.Ordinal); at = Path.GetDirectoryName(at)!)
        {
            var handle = open(Encoding.UTF8.GetBytes(at + "\0"), ReadOnly);
            if (handle < 0)
            {
                throw new IOException($"The folder {at} could not be opened to be flushed (error {Marshal.GetLastPInvokeError()}).");
            }

            var isFlushed = fsync(handle) == 0;
            _ = close(handle);
            if (!isFlushed)
            {
                throw new IOException($"The folder {at} could not be flushed to the disk.");
            }
        }
    }

#pragma warning disable IDE1006, SYSLIB1054 // names of the C library; generated marshalling would need unsafe code
    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open(byte[] path, int flags);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fsync(int handle);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int close(int handle);
#pragma warning restore IDE1006, SYSLIB1054
}
