using Connections.Domain.Directory;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Connections.Web.Features.Directory.Public.Register;

/// <summary>The link is on its way; who asks for it again need not type the name again.</summary>
public sealed class SentModel : PageModel
{
    /// <summary>Name of the organisation that is added.</summary>
    public string? Name { get; private set; }

    public void OnGet(string? name) => Name = ListingRules.CheckNameAlone(name?.Trim() ?? "").Count == 0 ? name!.Trim() : null;
}
