using Connections.Data.Listings.Search;
using Connections.Web.Features.Shared.Navigation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Connections.Web.Features.Directory.Public.Search;

[OutputCache(PolicyName = DirectoryCachePolicy.Name)]
public sealed class IndexModel(DirectoryIndexSource source) : PageModel
{
    /// <summary>Places shown at once beside the map; the others open under them.</summary>
    public const int FirstPlaces = 14;

    public SearchForm Form { get; private set; } = null!;

    public DirectoryResults Results { get; private set; } = null!;

    public IReadOnlyList<PlaceCount> Places { get; private set; } = [];

    public PageOfResults Pages => new(Results.Page, SearchForm.PageSize, Results.Total);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Form = SearchForm.From(Request.Query);
        var index = await source.CurrentAsync(ct);
        Results = index.Search(Form.ToQuery());
        if (Form.IsMap)
        {
            Places = index.Places(Form.ToQuery());
        }
    }
}
