using AngleSharp.Html.Parser;
using Connections.Data.Mail;
using Microsoft.EntityFrameworkCore;

namespace Connections.Testing;

/// <summary>Mail as it waits in the outbox, committed with the change that caused it.</summary>
public static class Mails
{
    /// <summary>Everything written to an address, oldest first.</summary>
    public static Task<List<OutboxMail>> MailAsync(this ConnectionsHost host, string address) =>
        host.WithDataAsync(db => db.OutboxMails.AsNoTracking().Where(m => m.To == address).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync());

    /// <summary>The only mail of this kind to an address.</summary>
    public static async Task<OutboxMail> OnlyMailAsync<TEmail>(this ConnectionsHost host, string address)
    {
        var mails = await host.MailAsync(address);
        var found = mails.Where(m => m.Kind == typeof(TEmail).Name).ToList();
        return found.Count == 1
            ? found[0]
            : throw new InvalidOperationException($"There are {found.Count} of {typeof(TEmail).Name} to {address}; in all: {string.Join(", ", mails.Select(m => m.Kind))}.");
    }

    /// <summary>Path and query of the links in a mail, in order.</summary>
    public static IReadOnlyList<string> Links(this OutboxMail mail) =>
    [
        .. new HtmlParser().ParseDocument(mail.Html).QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!)
            .Where(href => Uri.TryCreate(href, UriKind.Absolute, out _)).Select(href => new Uri(href).PathAndQuery),
    ];

    /// <summary>The one link whose path begins like this.</summary>
    public static string Link(this OutboxMail mail, string beginning) =>
        mail.Links().Distinct().Single(l => l.StartsWith(beginning, StringComparison.Ordinal));
}
