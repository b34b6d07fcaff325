using Connections.Data.Mail;

namespace Connections.Web.Mail;

/// <summary>Says, just before mail leaves, which of it is not wanted any more: its reason may have ended while it waited.</summary>
public interface IMailHold
{
    /// <returns>Ids of what must not go out.</returns>
    Task<IReadOnlySet<Guid>> NotWantedAsync(IReadOnlyList<OutboxMail> due, CancellationToken ct);
}
