using Connections.Data;
using Connections.Domain.Directory;
using Connections.Web.Features.Accounts.PersonalData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Directory.Owned;

/// <summary>What the directory keeps about a person: which organisations they speak for, what they asked to change, and what
/// they wrote about listings. The organisations themselves, and what they say of themselves, are not personal data and stay.</summary>
internal sealed class DirectoryPersonalData(ConnectionsDbContext db, IStringLocalizer<DirectoryText> texts, TimeProvider clock) : IPersonalDataSource
{
    public string Name => "directory";

    public async Task<object?> ReadAsync(DataSubject subject, CancellationToken ct) => new
    {
        addressOf = await AtAddress(subject).AsNoTracking().OrderBy(o => o.Name).Select(o => o.Name).ToListAsync(ct),
        represents = (await OrganisationsAsync(subject, ct)).Select(o => new { o.Name, since = o.Representatives.Single(r => r.AccountId == subject.Account).Since }),
        changes = await db.ListingChanges.AsNoTracking().Where(c => c.AskedBy == subject.Account).OrderBy(c => c.StartedAt)
            .Select(c => new { c.StartedAt, c.State, c.Content }).ToListAsync(ct),
        messages = await Messages(subject).AsNoTracking().OrderBy(m => m.ReceivedAt).Select(m => new { m.Kind, m.Words, m.ReceivedAt }).ToListAsync(ct),
    };

    public async Task<IReadOnlyList<string>> WhatHappensAsync(DataSubject subject, CancellationToken ct)
    {
        var says = new List<string>();
        foreach (var organisation in (await OrganisationsAsync(subject, ct)).Where(o => o.Representatives.Count == 1 && IsNobodyElseAt(o, subject)))
        {
            var listing = await db.Listings.AsNoTracking().SingleOrDefaultAsync(l => l.OrganisationId == organisation.Id, ct);
            says.Add(texts[listing is { CanBeChanged: true } ? "Erase.Listed" : "Erase.NotListed", organisation.Name, ConfirmationPeriod.GraceDays]);
        }

        return says;
    }

    public async Task EraseAsync(DataSubject subject, CancellationToken ct)
    {
        var atAddress = await AtAddress(subject).ToListAsync(ct);
        atAddress.ForEach(o => o.ForgetRelayEmail());
        foreach (var organisation in atAddress.Union(await OrganisationsAsync(subject, ct)))
        {
            organisation.RemoveRepresentative(subject.Account);
            if (organisation is { Representatives.Count: 0, RelayEmail: null }
                && await db.Listings.SingleOrDefaultAsync(l => l.OrganisationId == organisation.Id, ct) is { } listing)
            {
                listing.LoseItsPeople(clock.GetUtcNow());

                // Its page no longer offers to write to them, so every node reads it again.
                db.Entry(listing).Property(l => l.State).IsModified = true;
            }
        }

        foreach (var waiting in await db.ListingChanges.Where(c => c.AskedBy == subject.Account && c.State == ListingChangeState.Waiting).ToListAsync(ct))
        {
            waiting.ForgetWhoAsked();
        }

        await db.SaveChangesAsync(ct);
        await db.ListingChanges.Where(c => c.AskedBy == subject.Account).ExecuteDeleteAsync(ct);
        await Messages(subject).ExecuteDeleteAsync(ct);
    }

    private static bool IsNobodyElseAt(Organisation organisation, DataSubject subject) =>
        organisation.RelayEmail is null || string.Equals(organisation.RelayEmail, subject.Email, StringComparison.OrdinalIgnoreCase);

    private Task<List<Organisation>> OrganisationsAsync(DataSubject subject, CancellationToken ct) =>
        db.Organisations.Where(o => o.Representatives.Any(r => r.AccountId == subject.Account)).OrderBy(o => o.Name).ToListAsync(ct);

    /// <summary>Organisations that came with the person's own address to be written to.</summary>
    private IQueryable<Organisation> AtAddress(DataSubject subject) =>
        db.Organisations.Where(o => o.RelayEmail != null && o.RelayEmail.ToLower() == subject.Address);

    private IQueryable<ListingMessage> Messages(DataSubject subject) =>
        db.ListingMessages.Where(m => m.AccountId == subject.Account || (m.Email != null && m.Email.ToLower() == subject.Address));
}
