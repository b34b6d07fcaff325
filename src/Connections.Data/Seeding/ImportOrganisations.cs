using System.Globalization;
using Connections.Domain.Directory;
using Connections.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data.Seeding;

/// <summary>Imports <c>fixtures/organisations.json</c>: each organisation with its listing, brought to the state that the
/// record names by the same steps that people take. Whoever <c>people.json</c> says represents one does so here.</summary>
internal sealed class ImportOrganisations(ConnectionsDbContext db) : ISeedImport
{
    public SeedStage Stage => SeedStage.Organisations;

    public async Task HandleAsync(string packFolder, CancellationToken ct)
    {
        var pack = SeedFile.PackName(packFolder);
        var file = await SeedFile.ReadAsync<OrganisationsFile>(packFolder, "fixtures/organisations.json", ct);
        if (file is null)
        {
            return;
        }

        var people = await SeedFile.ReadAsync<PeopleFile>(packFolder, "fixtures/people.json", ct);
        var countries = await SeedFile.ReadAsync<CountriesFile>(Path.GetDirectoryName(Path.GetFullPath(packFolder))!, "reference/countries.json", ct);
        var countryNames = countries?.Countries.ToDictionary(c => c.Code, c => c.Name) ?? [];
        var known = await db.Organisations.Select(o => o.Id).ToHashSetAsync(ct);
        var slugs = (await db.Listings.Where(l => l.Slug != null).Select(l => l.Slug!).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        foreach (var record in file.Organisations)
        {
            var id = new OrganisationId(SeedIds.For(pack, "organisations", record.Key));
            if (!known.Add(id))
            {
                continue;
            }

            var organisation = new Organisation(id, record.Name, record.SubmittedAt, record.Representative.Email, file.Demonstration);
            foreach (var person in people?.People.Where(p => p.Represents?.Contains(record.Key) is true) ?? [])
            {
                organisation.AddRepresentative(new AccountId(SeedIds.For(pack, "people", person.Key)), person.Name, record.SubmittedAt);
            }

            db.Organisations.Add(organisation);
            db.Listings.Add(ListingOf(record, new ListingId(SeedIds.For(pack, "listings", record.Key)), id, FreeSlug(record, slugs), countryNames));
        }

        await db.SaveChangesAsync(ct);
    }

    private static string FreeSlug(OrganisationRecord record, HashSet<string> slugs)
    {
        var slug = Slug.From(record.Name, record.Key);
        return slugs.Add(slug) ? slug : slugs.Add(record.Key) ? record.Key : throw new InvalidDataException($"The slug of {record.Key} is taken.");
    }

    private static Listing ListingOf(OrganisationRecord record, ListingId id, OrganisationId organisation, string slug, Dictionary<string, string> countryNames)
    {
        var content = record.Content(countryNames);
        var listing = new Listing(id, organisation, content, record.SubmittedAt);
        var known = new ListingVocabulary(new HashSet<string> { record.Country }, new HashSet<string>(record.AllLanguages()), new HashSet<string>(record.Communities));
        Must(record, listing.Submit(new ListingDeclaration(MayList: true, ForeignStateLink.None, ForeignStateDetails: null), known, record.SubmittedAt));
        if (record.Status is "returned")
        {
            Must(record, listing.Return(record.StatusReason));
        }
        else if (record.Status is not "submitted")
        {
            Publish(record, listing, slug);
        }

        return listing;
    }

    private static void Publish(OrganisationRecord record, Listing listing, string slug)
    {
        var confirmed = record.ConfirmedOn is { } day ? new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero) : record.PublishedAt!.Value;
        Must(record, listing.Publish(slug, new GeoPoint(record.Lat, record.Lon), record.PublishedAt ?? confirmed));
        Must(record, listing.Confirm(confirmed));
        if (record.Status is "due-for-confirmation" or "dormant")
        {
            listing.BecomeDue(ConfirmationPeriod.DueAt(confirmed));
        }

        if (record.Status is "dormant")
        {
            listing.BecomeDormant(ConfirmationPeriod.DormantAt(ConfirmationPeriod.DueAt(confirmed)));
        }

        if (record.Status is "withdrawn")
        {
            Must(record, listing.Withdraw(confirmed));
        }
    }

    private static void Must(OrganisationRecord record, Outcome outcome)
    {
        if (!outcome.Succeeded)
        {
            throw new InvalidDataException($"organisations.json of the site pack: {record.Key}: {outcome}");
        }
    }

    private sealed record OrganisationsFile(bool Demonstration, List<OrganisationRecord> Organisations);

    private sealed record OrganisationRecord(
        string Key, string Name, string? LocalName, string Kind, string Language, string Summary, string? Description,
        Dictionary<string, TextRecord> Texts, string Country, string? Region, string City, double Lat, double Lon,
        bool ServesOnline, List<string> PlacesServed, List<string> Languages, List<string> Communities, List<string> Audience,
        string? Website, int? FoundedYear, List<string> Meets, string? HowToJoin, RepresentativeRecord Representative,
        string Status, string? StatusReason, DateTimeOffset SubmittedAt, DateOnly? ConfirmedOn, DateTimeOffset? PublishedAt, string? Logo)
    {
        public IEnumerable<string> AllLanguages() => Languages.Append(Language).Concat(Texts.Keys);

        public ListingContent Content(Dictionary<string, string> countryNames) => new()
        {
            Name = Name,
            LocalName = LocalName,
            LocalNameLanguage = LocalName is null ? null : Language is not "en" ? Language : AllLanguages().FirstOrDefault(l => l is not "en") ?? Language,
            Kind = DirectoryKeys.Kind(Kind) ?? throw new InvalidDataException($"organisations.json of the site pack: {Key} is of the unknown kind “{Kind}”."),
            Communities = Communities,
            Country = Country,
            Place = City,
            Region = Region,
            Meets = [.. Meets.Select(m => DirectoryKeys.Meeting(m) ?? throw new InvalidDataException($"organisations.json of the site pack: {Key} meets “{m}”."))],
            WhoCanCome = Words(Audience),
            HowToJoin = HowToJoin,
            Serves = Words([.. PlacesServed.Select(c => countryNames.GetValueOrDefault(c, c)), .. ServesOnline ? ["online worldwide"] : Array.Empty<string>()]),
            Languages = Languages,
            Texts = [new ListingText(Language, Summary, Description), .. Texts.Select(t => new ListingText(t.Key, t.Value.Summary, t.Value.Description))],
            Website = Website,
            StartedYear = FoundedYear,
            Mark = Logo,
        };

        private static string? Words(List<string> keys)
        {
            var text = string.Join(", ", keys).Replace('-', ' ');
            return text.Length == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(text[0])}{text[1..]}");
        }
    }

    private sealed record TextRecord(string Summary, string? Description);

    private sealed record RepresentativeRecord(string Name, string Email);

    private sealed record PeopleFile(List<PersonRecord> People);

    private sealed record PersonRecord(string Key, string Name, List<string>? Represents);

    private sealed record CountriesFile(List<CountryRecord> Countries);

    private sealed record CountryRecord(string Code, string Name);
}
