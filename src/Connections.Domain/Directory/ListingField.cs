namespace Connections.Domain.Directory;

/// <summary>What a change to a listing is shown and decided by.</summary>
public enum ListingField
{
    Name,
    LocalName,
    Kind,
    Communities,
    Country,
    Place,
    MeetingPlace,
    Meets,
    When,
    WhoCanCome,
    HowToJoin,
    Cost,
    Serves,
    Languages,
    Texts,
    Website,
    StartedYear,
}
