using Connections.Web.Features.Shared.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Connections.Web.Features.Content.Public.Stories;

public sealed class StoriesModel(IContentSource content) : PageModel
{
    private const int PageSize = 12;

    public IReadOnlyList<StoryRow> Rows { get; private set; } = [];

    public PageOfResults Results { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken ct)
    {
        number = Math.Clamp(number, 1, 10_000);
        (Rows, var total) = await content.StoriesAsync((number - 1) * PageSize, PageSize, ct);
        Results = new PageOfResults(number, PageSize, total);
    }
}
