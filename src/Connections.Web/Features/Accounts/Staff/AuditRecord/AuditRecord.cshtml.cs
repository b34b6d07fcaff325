using System.Globalization;
using Connections.Data;
using Connections.Web.Features.Shared.Times;
using Connections.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Accounts.Staff.AuditRecord;

[Authorize(Policy = AccountsPolicies.ReadAudit)]
public sealed class AuditRecordModel(ConnectionsDbContext db, ReaderZone zones, ExportAuditRecord exportAuditRecord, IStringLocalizer<AccountsText> texts) : PageModel
{
    private const int Size = 50;

    private HashSet<string>? known;

    public AuditFilter Filter { get; private set; } = new();

    public IReadOnlyList<AuditRow> Rows { get; private set; } = [];

    public string? OlderLink { get; private set; }

    public string? NewestLink { get; private set; }

    public async Task OnGetAsync(long? before, CancellationToken ct)
    {
        Filter = Read(name => Request.Query[name].ToString());
        var entries = await Filter.ApplyAsync(db, zones.SiteZone, ct);
        if (before is { } end)
        {
            entries = entries.Where(e => e.Sequence < end);
            NewestLink = Link(null);
        }

        var found = await entries.OrderByDescending(e => e.Sequence).Take(Size + 1).ToListAsync(ct);
        OlderLink = found.Count > Size ? Link(found[Size - 1].Sequence) : null;
        Rows = await db.WithNamesAsync([.. found.Take(Size)], ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct)
    {
        if (!User.Can(AccountsPolicies.ExportAudit))
        {
            return Forbid();
        }

        Filter = Read(name => Request.Form[name].ToString());
        var csv = await exportAuditRecord.HandleAsync(Filter, zones.SiteZone, ct);
        return File(csv, "text/csv; charset=utf-8", "audit-record.csv");
    }

    /// <returns>The action in words; nothing where the record has an action that this version does not know.</returns>
    public string Words(string action)
    {
        known ??= texts.GetAllStrings(includeParentCultures: false).Select(text => text.Name).ToHashSet(StringComparer.Ordinal);
        return known.Contains($"Action.{action}") ? texts[$"Action.{action}"] : "";
    }

    private AuditFilter Read(Func<string, string> value) => new()
    {
        Actor = Text(value("actor"), 320),
        Action = Text(value("act"), 80),
        Subject = Text(value("subject"), 120),
        From = Day("from", value("from")),
        To = Day("to", value("to")),
    };

    private static string? Text(string value, int longest) =>
        value.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, longest)] : null;

    private DateOnly? Day(string name, string value)
    {
        if (value.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000)
        {
            return day;
        }

        ModelState.AddModelError(name, texts["Error.DayWrong"].Value);
        return null;
    }

    private string Link(long? before)
    {
        var query = new QueryBuilder(Request.Query.Where(pair => pair.Key != "before").Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString())));
        if (before is { } end)
        {
            query.Add("before", end.ToString(CultureInfo.InvariantCulture));
        }

        return AccountsLinks.AuditRecord + query;
    }
}
