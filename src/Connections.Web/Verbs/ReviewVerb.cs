using Connections.Reviewing.Records;

namespace Connections.Web.Verbs;

/// <summary>The algorithms of fair review on a JSON document, so that anybody can run a record again. It touches no database.</summary>
internal static class ReviewVerb
{
    private const int WrongUse = 2;
    private const string Usage = "connections review assign|rank|agreement|equity|draw|verify-draw --input FILE|- [--output FILE|-]";

    public static async Task<int> RunAsync(string[] args, TextReader input, TextWriter output, TextWriter errors)
    {
        if (args is not [{ Length: > 0 } verb, .. var rest] || verb[0] == '-' || !TryRead(rest, out var from, out var to))
        {
            await errors.WriteLineAsync(Usage);
            return WrongUse;
        }

        try
        {
            var json = from == "-" ? await input.ReadToEndAsync() : await File.ReadAllTextAsync(from);
            var result = ReviewVerbs.Run(verb, json);
            await WriteAsync(errors, result.Errors);
            if (to == "-")
            {
                await WriteAsync(output, result.Output);
            }
            else if (result.Output.Length > 0)
            {
                await SaveAsync(to, result.Output);
            }

            return result.ExitCode;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            await errors.WriteLineAsync(e.Message.ReplaceLineEndings(" "));
            return WrongUse;
        }
    }

    private static bool TryRead(string[] options, out string from, out string to)
    {
        (from, to) = ("", "-");
        for (var i = 0; i < options.Length; i += 2)
        {
            if (i + 1 == options.Length || options[i] is not ("--input" or "--output"))
            {
                return false;
            }

            (from, to) = options[i] == "--input" ? (options[i + 1], to) : (from, options[i + 1]);
        }

        return from.Length > 0 && to.Length > 0;
    }

    /// <summary>An older answer stays until the new one is written whole: a full disk destroys nothing. Devices, which have no length, are written to as they are.</summary>
    private static async Task SaveAsync(string to, string text)
    {
        var named = new FileInfo(to);
        var target = named.LinkTarget is null ? named.FullName : named.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        if (!File.Exists(target) || new FileInfo(target).Length == 0)
        {
            await File.WriteAllTextAsync(to, text);
            return;
        }

        // Whoever may not write the older answer may not replace it either.
        File.OpenWrite(target).Close();
        var beside = Path.Combine(Path.GetDirectoryName(target)!, Path.GetRandomFileName());
        try
        {
            await File.WriteAllTextAsync(beside, text);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(beside, File.GetUnixFileMode(target));
            }

            File.Move(beside, target, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static async Task WriteAsync(TextWriter writer, string text)
    {
        if (text.Length > 0)
        {
            await writer.WriteAsync(text.TrimEnd('\n') + "\n");
        }
    }
}
