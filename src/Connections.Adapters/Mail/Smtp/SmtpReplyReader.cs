using System.Text;

namespace Connections.Adapters.Mail.Smtp;

/// <summary>Reads replies line by line, with limits so that a broken or hostile server cannot fill the memory.</summary>
internal sealed class SmtpReplyReader(Stream stream)
{
    private const int LongestLine = 4096;
    private const int MostLines = 200;

    private readonly byte[] buffer = new byte[LongestLine];
    private int start;
    private int end;

    /// <summary>True while bytes are waiting that no command of ours has asked for yet.</summary>
    public bool HasUnread => end > start;

    public async ValueTask<SmtpReply> ReadAsync(CancellationToken ct)
    {
        List<string> lines = [];
        int? code = null;
        while (lines.Count < MostLines)
        {
            var line = await ReadLineAsync(ct);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), out var lineCode) || lineCode < 200 || (code ??= lineCode) != lineCode)
            {
                throw new SmtpConnectionException($"The server does not speak SMTP: '{MailText.Visible(line)}'.");
            }

            lines.Add(line.Length > 4 ? Clean(line[4..]) : "");
            if (line.Length == 3 || line[3] != '-')
            {
                return new SmtpReply(lineCode, lines);
            }
        }

        throw new SmtpConnectionException("The server's reply does not end.");
    }

    private static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    private async ValueTask<string> ReadLineAsync(CancellationToken ct)
    {
        while (true)
        {
            var newLine = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (newLine >= 0)
            {
                var line = Encoding.UTF8.GetString(buffer, start, newLine).TrimEnd('\r');
                start += newLine + 1;
                return line;
            }

            await FillAsync(ct);
        }
    }

    private async ValueTask FillAsync(CancellationToken ct)
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end == buffer.Length)
        {
            throw new SmtpConnectionException("The server's reply has a line that does not end.");
        }

        var read = await stream.ReadAsync(buffer.AsMemory(end), ct);
        if (read == 0)
        {
            throw new SmtpConnectionException("The server closed the connection.");
        }

        end += read;
    }
}
