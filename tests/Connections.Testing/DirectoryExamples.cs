using Connections.Domain.Directory;
using Connections.Domain.Shared;

namespace Connections.Testing;

/// <summary>Organisations with listings for tests: everything a listing must say is there, and a test changes what it is about.</summary>
public static class DirectoryExamples
{
    private static int count;

    public static ListingContent Content(string name) => new()
    {
        Name = name,
        Kind = OrganisationKind.Heritage,
        Country = "NZ",
        Place = "Dunedin",
        Meets = [MeetingWay.InPerson],
        Languages = ["en"],
        Texts = [new ListingText("en", "We meet every week.", null)],
    };

    /// <summary>Stores a published listing, confirmed now.</summary>
    public static Task<Listing> PublishedListingAsync(this ConnectionsHost host, ListingContent content, params AccountId[] representatives) =>
        host.PublishedListingAsync(content, new GeoPoint(-45.87, 170.5), representatives);

    /// <summary>Stores a published listing that stands at this place of the map.</summary>
    public static async Task<Listing> PublishedListingAsync(this ConnectionsHost host, ListingContent content, GeoPoint location, params AccountId[] representatives)
    {
        var listing = await host.SubmittedListingAsync(content, representatives);
        await host.WithDataAsync(async db =>
        {
            db.Attach(listing);
            Check(listing.Publish($"{Slug.From(content.Name, "listing")}-{Interlocked.Increment(ref count)}", location, host.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        });
        return listing;
    }

    /// <summary>Stores a listing that waits for staff.</summary>
    public static async Task<Listing> SubmittedListingAsync(this ConnectionsHost host, ListingContent content, params AccountId[] representatives)
    {
        var now = host.Clock.GetUtcNow();
        var organisation = new Organisation(OrganisationId.New(), content.Name, now);
        foreach (var representative in representatives)
        {
            Check(organisation.AddRepresentative(representative, "Representative", now));
        }

        var listing = new Listing(ListingId.New(), organisation.Id, content, now);
        var known = new ListingVocabulary(new HashSet<string> { content.Country! }, content.Languages.Concat(content.Texts.Select(t => t.Language)).Append(content.LocalNameLanguage ?? "en").ToHashSet(), content.Communities.ToHashSet());
        Check(listing.Submit(new ListingDeclaration(MayList: true, ForeignStateLink.None, null), known, now));
        await host.AddAsync(organisation, listing);
        return listing;
    }

    private static void Check(Outcome outcome)
    {
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException(outcome.ToString());
        }
    }
}
