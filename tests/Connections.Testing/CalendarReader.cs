using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Connections.Testing;

/// <param name="TimeZone">The TZID beside the start.</param>
/// <param name="Starts">The first of its times, in order; one where it does not repeat.</param>
public sealed record CalendarEvent(
    string Uid, string Title, DateTimeOffset StartsAt, DateTimeOffset EndsAt, bool IsCancelled, bool Recurs,
    int Sequence, string? TimeZone, string? Description, string? Place, IReadOnlyList<DateTimeOffset> Starts);

/// <summary>Reads a calendar with a parser that is not ours: a program of eng/test-servers.</summary>
public static class CalendarReader
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<IReadOnlyList<CalendarEvent>> ReadAsync(string calendar)
    {
        var start = new ProcessStartInfo("node", ["read-calendar.mjs"])
        {
            WorkingDirectory = Path.Combine(SourceTree.Root, "eng", "test-servers"),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        await process.StandardInput.WriteAsync(calendar);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, $"The calendar cannot be read: {errors}");
        return JsonSerializer.Deserialize<ReadCalendar>(output, Json)!.Events;
    }

    private sealed record ReadCalendar(string Product, string Version, List<CalendarEvent> Events);
}
