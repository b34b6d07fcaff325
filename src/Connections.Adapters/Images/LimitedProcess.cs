using System.Diagnostics;
using System.Globalization;

namespace Connections.Adapters.Images;

/// <summary>Runs vipsthumbnail with bounds on memory, time and output, no environment of ours, and no risky loaders.</summary>
internal static class LimitedProcess
{
    private const long LargestOutput = 50_000_000;

    /// <summary>Null when it went well, otherwise what went wrong.</summary>
    public static async Task<string?> RunAsync(ImageOptions options, IEnumerable<string> arguments, CancellationToken ct)
    {
        using var process = Process.Start(Describe(options, arguments))!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Seconds));
        try
        {
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            var text = (await errors).Trim();
            return process.ExitCode == 0 ? null : $"exit code {process.ExitCode}: {text[..Math.Min(text.Length, 500)]}";
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            ct.ThrowIfCancellationRequested();
            return $"no result after {options.Seconds} seconds";
        }
    }

    private static ProcessStartInfo Describe(ImageOptions options, IEnumerable<string> arguments)
    {
        string[] limits =
        [
            Limit("as", options.MostMemory), Limit("cpu", options.Seconds), Limit("fsize", LargestOutput), Limit("core", 0), "--", options.VipsThumbnail,
        ];
        var start = new ProcessStartInfo(options.PrLimit, [.. limits, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        start.Environment["VIPS_CONCURRENCY"] = "1";
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }

    private static string Limit(string name, long value) => string.Create(CultureInfo.InvariantCulture, $"--{name}={value}");
}
