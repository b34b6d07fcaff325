namespace Connections.Domain.Directory;

/// <summary>The names of kinds and ways of meeting in addresses and site packs: lower case with hyphens.</summary>
public static class DirectoryKeys
{
    public static string Key(this OrganisationKind kind) => kind switch
    {
        OrganisationKind.Heritage => "heritage",
        OrganisationKind.ArtsAndCulture => "arts-and-culture",
        OrganisationKind.AlumniAndStudent => "alumni-and-student",
        OrganisationKind.BusinessNetwork => "business-network",
        OrganisationKind.EventOrganiser => "event-organiser",
        OrganisationKind.Other => "other",
    };

    public static string Key(this MeetingWay way) => way switch
    {
        MeetingWay.InPerson => "in-person",
        MeetingWay.Online => "online",
    };

    public static OrganisationKind? Kind(string? key) =>
        Enum.GetValues<OrganisationKind>().Where(k => k.Key() == key).Select(k => (OrganisationKind?)k).FirstOrDefault();

    public static MeetingWay? Meeting(string? key) =>
        Enum.GetValues<MeetingWay>().Where(w => w.Key() == key).Select(w => (MeetingWay?)w).FirstOrDefault();
}
