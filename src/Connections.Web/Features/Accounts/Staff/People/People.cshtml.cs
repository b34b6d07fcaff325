using Connections.Data;
using Connections.Web.Features.Shared.Navigation;
using Connections.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Accounts.Staff.People;

[Authorize(Policy = AccountsPolicies.Manage)]
public sealed class PeopleModel(ConnectionsDbContext db) : PageModel
{
    private const int Size = 25;
    private const int LongestSearch = 120;

    public string Words { get; private set; } = "";

    public string? Role { get; private set; }

    public IReadOnlyList<PersonRow> Rows { get; private set; } = [];

    public PageOfResults Results { get; private set; } = new(1, Size, 0);

    public async Task OnGetAsync(string? q, string? role, [FromQuery(Name = PageOfResults.Parameter)] int number, CancellationToken ct)
    {
        Words = (q ?? "").Trim();
        Words = Words[..Math.Min(Words.Length, LongestSearch)];
        Role = Roles.Granted.Contains(role) ? role : null;
        var people = db.People(Words, Role);
        var total = await people.CountAsync(ct);
        Results = new PageOfResults(Math.Clamp(number, 1, Math.Max(1, (total + Size - 1) / Size)), Size, total);
        Rows = await db.PageAsync(people, Results.Number, Size, ct);
    }
}
