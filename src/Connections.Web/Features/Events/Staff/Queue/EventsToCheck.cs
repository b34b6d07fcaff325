using System.Security.Claims;
using Connections.Data;
using Connections.Domain.Events;
using Connections.Web.Security;
using Connections.Web.WorkList;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Events.Staff.Queue;

/// <summary>Events that wait to be checked, for the work list.</summary>
internal sealed class EventsToCheck(ConnectionsDbContext db, IAuthorizationService authorization, IStringLocalizer<EventsText> texts) : IWorkListSource
{
    private const int MaxShown = 50;
    private static readonly TimeSpan Promise = TimeSpan.FromDays(3);

    public async Task<IReadOnlyList<WorkItem>> ListAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        if (!(await authorization.AuthorizeAsync(user, EventsPolicies.Approve)).Succeeded)
        {
            return [];
        }

        var waiting = await db.Events.AsNoTracking().Where(e => e.Status == EventStatus.Submitted).OrderBy(e => e.SubmittedAt).Take(MaxShown)
            .Select(e => new { e.Id, e.Details.Title, e.Organiser, e.SubmittedAt }).ToListAsync(ct);
        return [.. waiting.Select(e => new WorkItem(
            texts["Work.Group"], e.Title, texts["Work.Detail", e.Organiser], $"/staff/events/{e.Id}", e.SubmittedAt, Promise, texts["Work.Action"]))];
    }
}
