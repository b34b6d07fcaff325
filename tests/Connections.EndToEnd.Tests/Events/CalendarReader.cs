using System.Diagnostics;
using System.Text.Json;
using Connections.Testing;

namespace Connections.EndToEnd.Tests.Events;

public sealed record CalendarEvent(string Uid, string Title, DateTimeOffset StartsAt, DateTimeOffset EndsAt, bool IsCancelled, bool Recurs);

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
