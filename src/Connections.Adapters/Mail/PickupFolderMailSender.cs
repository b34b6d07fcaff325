using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Connections.Adapters.Mail.Mime;

namespace Connections.Adapters.Mail;

/// <summary>Drops every mail as an .eml file into a folder, where a person opens it or another program collects it.</summary>
/// <remarks>A file appears whole or not at all, and sending the same mail again replaces its file.</remarks>
public sealed class PickupFolderMailSender(string folder) : IMailSender
{
    public string Folder { get; } = Path.GetFullPath(folder);

    public async Task<IReadOnlyList<MailOutcome>> SendAsync(IReadOnlyList<OutgoingMail> mails, CancellationToken ct = default)
    {
        var outcomes = new List<MailOutcome>(mails.Count);
        foreach (var mail in mails)
        {
            outcomes.Add(ct.IsCancellationRequested
                ? MailOutcome.Deferred("Sending was stopped before this mail's turn.")
                : await DropAsync(mail));
        }

        return outcomes;
    }

    private async Task<MailOutcome> DropAsync(OutgoingMail mail)
    {
        var target = Path.Combine(Folder, FileName(mail));
        var temporary = Path.Combine(Folder, $".{Path.GetRandomFileName()}");
        try
        {
            Directory.CreateDirectory(Folder);
            var message = new ArrayBufferWriter<byte>(4096);
            MimeWriter.Write(mail, message);
            await File.WriteAllBytesAsync(temporary, message.WrittenMemory);
            File.Move(temporary, target, overwrite: true);
            return MailOutcome.Sent;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }

            return MailOutcome.Deferred($"The mail could not be written: {e.Message}");
        }
    }

    // Sorted by date in any file list; the rest of the name is safe whatever the Message-ID holds.
    private static string FileName(OutgoingMail mail)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.MessageId)));
        return string.Create(CultureInfo.InvariantCulture, $"{mail.Date.UtcDateTime:yyyyMMdd-HHmmss}-{hash[..16]}.eml");
    }
}
