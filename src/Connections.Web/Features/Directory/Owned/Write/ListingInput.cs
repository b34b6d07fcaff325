using System.ComponentModel.DataAnnotations;
using Connections.Domain.Directory;

namespace Connections.Web.Features.Directory.Owned.Write;

/// <summary>The fields of all four parts as a form holds them.</summary>
public sealed class ListingInput
{
    public string? Name { get; set; }

    public string? LocalName { get; set; }

    public string? LocalNameLanguage { get; set; }

    public string? Kind { get; set; }

    public List<string> Communities { get; set; } = [];

    public string? Country { get; set; }

    public string? Place { get; set; }

    public string? Region { get; set; }

    public string? MeetingPlace { get; set; }

    public List<string> Meets { get; set; } = [];

    public string? When { get; set; }

    public string? Serves { get; set; }

    public string? Language { get; set; }

    [DataType(DataType.MultilineText)]
    public string? Summary { get; set; }

    [DataType(DataType.MultilineText)]
    public string? About { get; set; }

    public string? SecondLanguage { get; set; }

    [DataType(DataType.MultilineText)]
    public string? SecondSummary { get; set; }

    [DataType(DataType.MultilineText)]
    public string? SecondAbout { get; set; }

    public List<string> Languages { get; set; } = [];

    public string? WhoCanCome { get; set; }

    public string? HowToJoin { get; set; }

    public string? Cost { get; set; }

    public string? Website { get; set; }

    public int? StartedYear { get; set; }

    public static ListingInput From(ListingContent content, string siteLanguage)
    {
        var (first, second) = (content.Texts.ElementAtOrDefault(0), content.Texts.ElementAtOrDefault(1));
        return new ListingInput
        {
            Name = content.Name,
            LocalName = content.LocalName,
            LocalNameLanguage = content.LocalNameLanguage,
            Kind = content.Kind?.Key(),
            Communities = [.. content.Communities],
            Country = content.Country,
            Place = content.Place,
            Region = content.Region,
            MeetingPlace = content.MeetingPlace,
            Meets = [.. content.Meets.Select(m => m.Key())],
            When = content.When,
            Serves = content.Serves,
            Language = first?.Language ?? siteLanguage,
            Summary = first?.Summary,
            About = first?.About,
            SecondLanguage = second?.Language,
            SecondSummary = second?.Summary,
            SecondAbout = second?.About,
            Languages = [.. content.Languages],
            WhoCanCome = content.WhoCanCome,
            HowToJoin = content.HowToJoin,
            Cost = content.Cost,
            Website = content.Website,
            StartedYear = content.StartedYear,
        };
    }

    /// <returns>The content with one part as it was typed and the others as they are.</returns>
    public ListingContent Onto(ListingContent content, ListingPart part) => (part switch
    {
        ListingPart.Name => content with
        {
            Name = Name ?? "", LocalName = LocalName, LocalNameLanguage = LocalNameLanguage, Kind = DirectoryKeys.Kind(Kind), Communities = Communities,
        },
        ListingPart.Place => content with
        {
            Country = Country, Place = Place, Region = Region, MeetingPlace = MeetingPlace,
            Meets = [.. Meets.Select(DirectoryKeys.Meeting).OfType<MeetingWay>()], When = When, Serves = Serves,
        },
        ListingPart.Words => content with { Texts = [.. TypedTexts(), .. content.Texts.Skip(2)] },
        ListingPart.Joining => content with
        {
            Languages = Languages, WhoCanCome = WhoCanCome, HowToJoin = HowToJoin, Cost = Cost, Website = WebAddress.WithScheme(Website), StartedYear = StartedYear,
        },
    }).Tidied();

    private IEnumerable<ListingText> TypedTexts() =>
        [new ListingText(Language ?? "", Summary ?? "", About), new ListingText(SecondLanguage ?? "", SecondSummary ?? "", SecondAbout)];
}
