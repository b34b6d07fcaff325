using Connections.Domain.Ambassadors;

namespace Connections.Web.Features.Ambassadors;

/// <summary>What the public reads about one ambassador.</summary>
public sealed record AmbassadorDetail(
    AmbassadorId Id,
    int Year,
    string Slug,
    string Name,
    string Field,
    string Place,
    string Country,
    List<string> Languages,
    List<string> Territories,
    string Statement,
    string Biography,
    List<string> ContactTopics,
    string Portrait,
    string PortraitDescription)
{
    public string Path => $"/ambassadors/{Year}/{Slug}";

    public static AmbassadorDetail Of(Ambassador a) => new(
        a.Id, a.Year, a.Slug, a.Name, a.Field, a.Place, a.Country, a.Languages, a.Territories, a.Statement, a.Biography, a.ContactTopics, a.Portrait, a.PortraitDescription);
}
