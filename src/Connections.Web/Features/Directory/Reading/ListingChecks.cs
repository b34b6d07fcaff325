using System.Text.RegularExpressions;
using Connections.Data.Listings.Search;
using Connections.Domain.Directory;

namespace Connections.Web.Features.Directory.Reading;

/// <param name="IsFine">False where a person should look.</param>
/// <param name="Path">Where to look: a page of this site or a whole address elsewhere.</param>
public sealed record ListingCheck(bool IsFine, string TextKey, string? Detail = null, string? Path = null);

/// <summary>What can be looked up before a person reads: hints, never decisions.</summary>
public static partial class ListingChecks
{
    public static IReadOnlyList<ListingCheck> Of(ListingId id, ListingContent content, DirectoryIndex index)
    {
        var lookalikes = FindLookalikes.Of(id, content, index.Cards);
        var contacts = PublicTexts(content).SelectMany(t => PrivateContact().Matches(t).Select(m => m.Value.Trim())).Distinct().ToList();
        return
        [
            .. lookalikes.Select(l => new ListingCheck(IsFine: false, $"Check.{l.Likeness}", l.Card.Content.Name, DirectoryLinks.Listing(l.Card.Slug))),
            .. lookalikes.Count == 0 ? [new ListingCheck(IsFine: true, "Check.NoLookalike")] : Array.Empty<ListingCheck>(),
            contacts.Count == 0 ? new ListingCheck(IsFine: true, "Check.NoContact") : new ListingCheck(IsFine: false, "Check.Contact", string.Join(", ", contacts)),
            content.Website is null ? new ListingCheck(IsFine: true, "Check.NoWebsite") : new ListingCheck(IsFine: false, "Check.Website", content.Website, WebAddress.IsUsable(content.Website) ? content.Website : null),
        ];
    }

    private static IEnumerable<string> PublicTexts(ListingContent content) =>
        content.Texts.SelectMany(t => new[] { t.Summary, t.About })
            .Concat([content.MeetingPlace, content.When, content.HowToJoin, content.WhoCanCome, content.Cost, content.Serves]).OfType<string>();

    // An e-mail address, or eight digits and more as telephone numbers are written. Years and house numbers are shorter.
    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[\w.-]+|\+?\d(?:[ ()/.-]*\d){7,}", RegexOptions.None, 1000)]
    private static partial Regex PrivateContact();
}
