using Connections.Domain.Content;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Connections.Web.Features.Content.Public.ReadPage;

public sealed class ReadPageModel(IContentSource content) : PageModel
{
    public PageDetail Detail { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string path, CancellationToken ct)
    {
        if (await content.FindAsync(PageKind.Page, path, ct) is not { } found)
        {
            return NotFound();
        }

        Detail = found;
        return Page();
    }
}
