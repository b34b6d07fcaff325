using Connections.Adapters.Mail;
using Connections.Data.Mail;
using Connections.Web.Sites;

namespace Connections.Web.Mail;

/// <summary>Makes of a row of the outbox what goes to the relay. The Message-ID is made from the row, so that every
/// attempt carries the same one.</summary>
internal static class OutgoingMailOf
{
    public static OutgoingMail Row(OutboxMail row, Site site)
    {
        var from = Mailbox.Create(site.MailFrom.Address, site.MailFrom.Name);
        return new OutgoingMail
        {
            From = from,
            To = Mailbox.Create(row.To),
            ReplyTo = row.ReplyTo is null ? null : Mailbox.Create(row.ReplyTo),
            Subject = row.Subject,
            Text = row.Text,
            Html = row.Html,
            Language = row.Language,
            MessageId = $"{row.Id:N}@{from.Domain}",
            Date = row.CreatedAt,
            IsAutomatic = true,
            Headers = Unsubscribing(row.UnsubscribeUrl),
        };
    }

    private static IReadOnlyList<MailHeader> Unsubscribing(string? address)
    {
        if (address is null)
        {
            return [];
        }

        // One click counts only over https (RFC 8058, section 4); over http, as on a developer's machine, the plain header stays.
        var uri = new Uri(address);
        return uri.Scheme == Uri.UriSchemeHttps ? MailHeader.OneClickUnsubscribe(uri) : [new MailHeader("List-Unsubscribe", $"<{uri.AbsoluteUri}>")];
    }
}
