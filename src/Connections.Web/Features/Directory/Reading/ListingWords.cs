using System.Globalization;
using Connections.Domain.Directory;
using Connections.Web.Sites;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Directory.Reading;

/// <summary>Says in words what a listing holds as keys.</summary>
public sealed class ListingWords(IStringLocalizer<DirectoryText> texts, DirectoryReference reference, Site site)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(site.TimeZone);

    public string Kind(OrganisationKind? kind) => reference.Names.Kind(kind);

    public string Country(string? code) => reference.Names.Country(code);

    public string Language(string tag) => reference.Names.Language(tag);

    public string Languages(ListingContent content) => string.Join(", ", content.Languages.Select(Language));

    public string Communities(ListingContent content) => string.Join(", ", content.Communities.Select(reference.Names.Community));

    /// <summary>"Lagos, Nigeria"; in the town that the site is made for, its part and the town: "Easton, Bristol".</summary>
    public string Where(ListingContent content) =>
        string.Join(", ", (site.IsAtHome(content.Place, content.Country)
            ? [content.Region, content.Place]
            : new[] { content.Place, content.Region, Country(content.Country) }).Where(p => !string.IsNullOrEmpty(p)));

    public string Meeting(MeetingWay way) => texts[$"Meets.{way}"];

    public string Meets(ListingContent content) => content.Meets.Count switch
    {
        0 => "",
        1 => texts[$"Meets.Only{content.Meets[0]}"],
        _ => texts["Meets.Both"],
    };

    /// <summary>"In person and online", where the word "meets" already stands in front.</summary>
    private string Ways(ListingContent content) => content.Meets.Count switch
    {
        0 => "",
        1 => Meeting(content.Meets[0]),
        _ => texts["Meets.InBothWays"],
    };

    /// <summary>"Confirmed in May 2026", in the site's own months.</summary>
    public string Confirmed(ListingState state, DateTimeOffset confirmedAt)
    {
        var month = TimeZoneInfo.ConvertTime(confirmedAt, zone).ToString("MMMM yyyy", CultureInfo.CurrentCulture);
        return state is ListingState.Published ? texts["Confirmed.In", month] : texts["Confirmed.Due", month];
    }

    public string Date(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>What a listing's page answers, each with the key of its name; what the listing does not say is left out.</summary>
    public IEnumerable<(string Key, string Value)> Facts(ListingContent content) =>
        new (string Key, string? Value)[]
        {
            ("Field.WhoCanCome", content.WhoCanCome),
            ("Field.Place", content.Place is null && content.Country is null ? null : Where(content)),
            ("Field.MeetingPlace", content.MeetingPlace),
            ("Field.Meets", Ways(content)),
            ("Field.When", content.When),
            ("Field.Languages", Languages(content)),
            ("Field.HowToJoin", content.HowToJoin),
            ("Field.Cost", content.Cost),
            ("Field.Serves", content.Serves),
            ("Field.Communities", Communities(content)),
            ("Field.StartedYear", content.StartedYear?.ToString(CultureInfo.InvariantCulture)),
        }.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => (f.Key, f.Value!));

    /// <summary>One field as a person reads it, for before and after.</summary>
    public string Field(ListingContent content, ListingField field) => field switch
    {
        ListingField.Name => content.Name,
        ListingField.LocalName => content.LocalName is null ? "" : $"{content.LocalName} ({Language(content.LocalNameLanguage ?? "")})",
        ListingField.Kind => Kind(content.Kind),
        ListingField.Communities => Communities(content),
        ListingField.Country => Country(content.Country),
        ListingField.Place => string.Join(", ", new[] { content.Place, content.Region }.Where(p => p is not null)),
        ListingField.MeetingPlace => content.MeetingPlace ?? "",
        ListingField.Meets => Ways(content),
        ListingField.When => content.When ?? "",
        ListingField.WhoCanCome => content.WhoCanCome ?? "",
        ListingField.HowToJoin => content.HowToJoin ?? "",
        ListingField.Cost => content.Cost ?? "",
        ListingField.Serves => content.Serves ?? "",
        ListingField.Languages => Languages(content),
        ListingField.Texts => string.Join("\n\n", content.Texts.Select(t => $"{Language(t.Language)}: {t.Summary}\n\n{t.About}".Trim())),
        ListingField.Website => content.Website ?? "",
        ListingField.StartedYear => content.StartedYear?.ToString(CultureInfo.InvariantCulture) ?? "",
    };

    /// <returns>The listing's words in the reader's language, or those it prefers itself.</returns>
    public static ListingText? Text(ListingContent content)
    {
        var reader = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return content.Texts.FirstOrDefault(t => t.Language.Split('-')[0] == reader) ?? (content.Texts.Count > 0 ? content.Texts[0] : null);
    }
}
