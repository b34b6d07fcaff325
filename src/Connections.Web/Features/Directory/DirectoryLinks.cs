using Connections.Domain.Directory;

namespace Connections.Web.Features.Directory;

public static class DirectoryLinks
{
    public const string Search = "/directory";
    public const string Add = "/directory/add";
    public const string YourOrganisation = "/your-organisation";
    public const string Staff = "/staff/directory";

    /// <summary>Parts of addresses under /directory that no listing may have.</summary>
    public static bool IsReserved(string slug) => slug is "add" or "confirm";

    public static string AddAgain(string? name) => name is null ? Add : $"{Add}?name={Uri.EscapeDataString(name)}";

    public static string AddSent(string name) => $"{Add}/sent?name={Uri.EscapeDataString(name)}";

    public static string Listing(string slug) => $"/directory/{Uri.EscapeDataString(slug)}";

    public static string Contact(string slug) => $"{Listing(slug)}/contact";

    public static string Suggest(string slug) => $"{Listing(slug)}/suggest-a-change";

    public static string Claim(string slug) => $"{Listing(slug)}/this-is-us";

    public static string LinkedData(string slug) => $"{Listing(slug)}/listing.jsonld";

    public static string Written(ListingId id) => $"{YourOrganisation}/{id}";

    public static string Write(ListingId id, ListingPart part) => $"{YourOrganisation}/{id}/{part.ToString().ToLowerInvariant()}";

    public static string Check(ListingId id) => $"{YourOrganisation}/{id}/check";

    public static string Withdraw(ListingId id) => $"{YourOrganisation}/{id}/withdraw";

    public static string StaffListing(ListingId id) => $"{Staff}/listings/{id}";

    public static string StaffChange(ListingChangeId id) => $"{Staff}/changes/{id}";

    public static string StaffMessage(ListingMessageId id) => $"{Staff}/messages/{id}";
}
