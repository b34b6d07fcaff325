using System.Globalization;
using Connections.Web.Features.Shared.Times;
using Connections.Web.Security;
using Connections.Web.WorkList;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.WorkList;

/// <summary>What waits for the reader, the latest first. Open to all staff: what is on it, each feature decides.</summary>
[Authorize(Policy = RoleAbilities.AnyStaff)]
public sealed class WorkListModel(WaitingWork waitingWork, Diary diary, ReaderZone zones, TimeProvider clock, IStringLocalizer<WorkListText> texts) : PageModel
{
    public string Today { get; private set; } = "";

    public string Summary { get; private set; } = "";

    /// <summary>The one feature that is shown, if not all.</summary>
    public string? Feature { get; private set; }

    public IReadOnlyList<KeyValuePair<string, int>> Features { get; private set; } = [];

    public IReadOnlyList<WorkGroup> Groups { get; private set; } = [];

    public IReadOnlyList<DiaryEntry> Next { get; private set; } = [];

    public async Task OnGetAsync(string? feature, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var all = await waitingWork.ListAsync(User, ct);
        Features = [.. all.GroupBy(item => item.Group).OrderBy(g => g.Key, StringComparer.CurrentCulture).Select(g => KeyValuePair.Create(g.Key, g.Count()))];
        Feature = Features.Any(f => f.Key == feature) ? feature : null;
        var rows = all.Where(item => Feature is null || item.Group == Feature).Select(item => new WorkRow(item, now - item.WaitingSince)).ToList();
        WorkGroup[] groups =
        [
            new("Late", IsLate: true, [.. rows.Where(r => r.IsLate)]),
            new("ForToday", IsLate: false, [.. rows.Where(r => r.IsForToday)]),
            new("Later", IsLate: false, [.. rows.Where(r => !r.IsLate && !r.IsForToday)]),
        ];
        Groups = [.. groups.Where(g => g.Rows.Count > 0)];
        Next = await diary.NextAsync(User, now, ct);
        Today = TimeWords.In(now, zones.SiteZone).ToString("dddd d MMMM yyyy", CultureInfo.CurrentCulture);
        Summary = texts[rows.Count == 1 ? "Summary.One" : "Summary.Many", rows.Count, groups[0].Rows.Count, groups[1].Rows.Count].Value;
    }

    /// <summary>A day in few letters, with its year where it is not this one.</summary>
    public string Day(DateOnly day) => day.ToString(day.Year == zones.Today(clock).Year ? "ddd d MMM" : "d MMM yyyy", CultureInfo.CurrentCulture);

    public string Wait(WorkRow row)
    {
        var (waited, promised) = (WaitWords.Length(texts, row.Waited), WaitWords.Length(texts, row.Item.PromisedWithin));
        return row.IsLate
            ? texts["WaitLate", waited, promised, WaitWords.Length(texts, row.LateBy)].Value
            : texts["Wait", waited, promised].Value;
    }
}
