using Connections.Data;
using Connections.Data.Listings;
using Connections.Domain.Directory;
using Connections.Domain.Shared;
using Connections.Web.Features.Directory.Reading;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Directory.Owned.Write;

/// <summary>Keeps one part of a listing: in the draft itself, or in a change beside what is published.</summary>
public sealed class SavePart(ConnectionsDbContext db, DirectoryReference reference, TimeProvider clock)
{
    /// <param name="version">The version that the form was filled from.</param>
    /// <param name="isComplete">False where somebody means to come back: what is missing may then be missing.</param>
    public async Task<Outcome> HandleAsync(OwnListing own, AccountId account, ListingPart part, ListingInput input, int version, bool isComplete, CancellationToken ct)
    {
        if (version != own.Version)
        {
            return Outcome.Refused(StaleSave.Stale);
        }

        var now = clock.GetUtcNow();
        var outcome = Check(own, part, input, isComplete);
        outcome = outcome.Succeeded ? Keep(own, account, input.Onto(own.Content, part), now) : outcome;
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        try
        {
            return await db.SaveUnlessStaleAsync(ct);
        }
        catch (DbUpdateException) when (own.Change is null && !own.Listing.CanBeWritten)
        {
            // Somebody else began a change at the same moment; only one can be open.
            return Outcome.Refused(StaleSave.Stale);
        }
    }

    /// <summary>What is wrong with a part as typed. Nothing is kept.</summary>
    public Outcome Check(OwnListing own, ListingPart part, ListingInput input, bool isComplete) =>
        Outcome.From([.. ListingRules.Check(part, input.Onto(own.Content, part), reference.Vocabulary, clock.GetUtcNow().Year)
            .Where(r => isComplete || !r.Key.EndsWith("Missing", StringComparison.Ordinal))]);

    private Outcome Keep(OwnListing own, AccountId account, ListingContent content, DateTimeOffset now)
    {
        if (own.Listing.CanBeWritten)
        {
            return own.Listing.SaveDraft(content);
        }

        if (!own.Listing.CanBeChanged)
        {
            return Outcome.Refused(DirectoryRefusals.NotADraft);
        }

        if (own.Change is { } open)
        {
            return open.Save(content);
        }

        var change = new ListingChange(ListingChangeId.New(), own.Listing, account, now);
        db.ListingChanges.Add(change);
        return change.Save(content);
    }
}
