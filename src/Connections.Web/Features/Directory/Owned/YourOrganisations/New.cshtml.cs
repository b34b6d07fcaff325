using Connections.Web.Features.Shared.Forms;
using Connections.Web.Security;
using Connections.Web.Security.Input.Once;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Directory.Owned.YourOrganisations;

[Authorize]
[TakesSameWordsOnce]
public sealed class NewModel(StartListing startListing, IStringLocalizer<DirectoryText> texts) : PageModel
{
    [BindProperty]
    public NewInput Input { get; set; } = new();

    /// <param name="name">What was typed before the e-mail address was confirmed.</param>
    public void OnGet(string? name) => Input = new NewInput { Name = name };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (outcome, id) = await startListing.HandleAsync(Input.Name, User.AccountId(), User.DisplayName, ct);
        ModelState.AddRefusals(outcome, texts);
        return outcome.Succeeded ? Redirect(DirectoryLinks.Write(id, Domain.Directory.ListingPart.Name)) : Page();
    }

    public sealed class NewInput
    {
        public string? Name { get; set; }
    }
}
