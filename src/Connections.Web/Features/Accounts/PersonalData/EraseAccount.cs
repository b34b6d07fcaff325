using Connections.Data;
using Connections.Data.Audit;

namespace Connections.Web.Features.Accounts.PersonalData;

/// <summary>Erases a person: every feature its part, the account last, all in one transaction. What stays is one line of
/// the audit record with the account's number, which no longer belongs to anybody.</summary>
public sealed class EraseAccount(IEnumerable<IPersonalDataSource> sources, ConnectionsDbContext db, AuditTrail audit)
{
    /// <returns>Reasons why it cannot be done yet; none when it is done.</returns>
    public async Task<IReadOnlyList<string>> HandleAsync(DataSubject subject, CancellationToken ct)
    {
        var reasons = await WhyNotYetAsync(subject, ct);
        if (reasons.Count > 0)
        {
            return reasons;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var source in sources.OrderBy(source => source is AccountDataSource))
        {
            await source.EraseAsync(subject, ct);
        }

        audit.Record("accounts.erase", $"account:{subject.Account}");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    /// <returns>What the person should know before: what they leave behind that only they look after.</returns>
    public async Task<IReadOnlyList<string>> WhatHappensAsync(DataSubject subject, CancellationToken ct)
    {
        var says = new List<string>();
        foreach (var source in sources)
        {
            says.AddRange(await source.WhatHappensAsync(subject, ct));
        }

        return says;
    }

    public async Task<IReadOnlyList<string>> WhyNotYetAsync(DataSubject subject, CancellationToken ct)
    {
        var reasons = new List<string>();
        foreach (var source in sources)
        {
            if (await source.WhyNotYetAsync(subject, ct) is { } reason)
            {
                reasons.Add(reason);
            }
        }

        return reasons;
    }
}
