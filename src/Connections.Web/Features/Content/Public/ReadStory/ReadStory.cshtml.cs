using Connections.Domain.Content;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Connections.Web.Features.Content.Public.ReadStory;

public sealed class ReadStoryModel(IContentSource content) : PageModel
{
    public PageDetail Story { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string path, CancellationToken ct)
    {
        if (await content.FindAsync(PageKind.Story, path, ct) is not { } found)
        {
            return NotFound();
        }

        Story = found;
        return Page();
    }
}
