using System.Buffers;
using System.Diagnostics;
using System.Text;
using Connections.Adapters.Mail;
using Connections.Adapters.Mail.Mime;
using Connections.Adapters.Mail.Smtp;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Connections.Benchmarks.Mail;

/// <summary>How many personal mails of 20 KB a second are put together and handed to a mail server on the same machine.</summary>
internal static class MailBenchmark
{
    private const int Mails = 10_000;
    private const int BatchSize = 500;

    private static readonly string TextBody = Repeat("Consultation on the harbour – closes on 14 March. Everyone who lives in Ölgate may answer.\n", 40);

    private static readonly string HtmlBody = Repeat(
        "<tr><td class=\"item\"><a href=\"https://www.example.org/consultations/harbour\">The harbour – your view</a><p>Closes on 14 March; £50,000 to share.</p></td></tr>\n", 80);

    public static async Task RunAsync()
    {
        var sample = MimeWriter.ToArray(Mail(0));
        Console.WriteLine($"mail: {Mails} mails of {sample.Length / 1000.0:F1} KB, text and HTML, each with its own recipient, subject and body");
        Console.WriteLine();
        Write();
        await using var sink = await SmtpSink.StartAsync();
        await SendAsync(sink, connections: 2, mails: 2_000);
        Console.WriteLine();
        Console.WriteLine("| connections | mails/s | MB/s | our CPU, s | smtp-sink's CPU, s |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: |");
        foreach (var connections in (int[])[1, 2, 4, 8])
        {
            var (ours, theirs) = (Process.GetCurrentProcess().TotalProcessorTime, sink.ProcessorTime);
            var rate = await SendAsync(sink, connections, Mails);
            ours = Process.GetCurrentProcess().TotalProcessorTime - ours;
            theirs = sink.ProcessorTime - theirs;
            Console.WriteLine($"| {connections} | {rate:F0} | {rate * sample.Length / 1e6:F1} | {ours.TotalSeconds:F1} | {theirs.TotalSeconds:F1} |");
        }
    }

    /// <summary>Only putting together, on one thread: what the network and the server then add is the difference.</summary>
    private static void Write()
    {
        var output = new ArrayBufferWriter<byte>(64 * 1024);
        for (var round = 0; round < 2; round++)
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < Mails; i++)
            {
                output.ResetWrittenCount();
                MimeWriter.Write(Mail(i), output);
            }

            if (round == 1)
            {
                Console.WriteLine($"put together only, one thread: {Mails / watch.Elapsed.TotalSeconds:F0} mails/s");
            }
        }
    }

    private static async Task<double> SendAsync(SmtpSink sink, int connections, int mails)
    {
        var options = new SmtpOptions { Host = "127.0.0.1", Port = sink.Port, Security = SmtpSecurity.None, MaxConnections = connections, MailsPerConnection = 100_000 };
        await using var sender = new SmtpMailSender(Options.Create(options), TimeProvider.System, NullLogger<SmtpMailSender>.Instance);
        var watch = Stopwatch.StartNew();
        for (var first = 0; first < mails; first += BatchSize)
        {
            var outcomes = await sender.SendAsync([.. Enumerable.Range(first, BatchSize).Select(Mail)]);
            if (outcomes.FirstOrDefault(outcome => outcome.Status is not MailStatus.Sent) is { } failed)
            {
                throw new InvalidOperationException($"A mail was not sent, so the figure would be wrong: {failed}");
            }
        }

        return mails / watch.Elapsed.TotalSeconds;
    }

    private static OutgoingMail Mail(int i) => new()
    {
        From = Mailbox.Create("notices@example.org", "Ölgate Connections"),
        To = Mailbox.Create($"reader-{i}@example.net", $"Reader № {i}"),
        Subject = $"Weekly digest {i} – consultations closing soon in Ölgate and the parishes",
        Text = $"Dear reader {i},\n\n{TextBody}",
        Html = $"<!doctype html><html lang=\"en\"><body><p>Dear reader {i},</p><table>{HtmlBody}</table></body></html>",
        Headers = MailHeader.OneClickUnsubscribe(new Uri($"https://www.example.org/unsubscribe/{i}")),
        MessageId = $"digest-{i}@example.org",
        Date = new DateTimeOffset(2026, 3, 5, 12, 0, 0, TimeSpan.Zero),
        Language = "en",
        IsAutomatic = true,
    };

    private static string Repeat(string line, int times) => new StringBuilder().Insert(0, line, times).ToString();
}
