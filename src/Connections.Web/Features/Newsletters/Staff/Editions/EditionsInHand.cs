using System.Security.Claims;
using Connections.Data;
using Connections.Domain.Newsletters;
using Connections.Web.WorkList;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Newsletters.Staff.Editions;

/// <summary>Editions that are being written, for the work list.</summary>
internal sealed class EditionsInHand(ConnectionsDbContext db, IAuthorizationService authorization, IStringLocalizer<NewslettersText> texts) : IWorkListSource
{
    private static readonly TimeSpan Promise = TimeSpan.FromDays(30);

    public async Task<IReadOnlyList<WorkItem>> ListAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        if (!(await authorization.AuthorizeAsync(user, NewslettersPolicies.Write)).Succeeded)
        {
            return [];
        }

        var drafts = await db.Editions.AsNoTracking().Where(e => e.Status == EditionStatus.Draft).OrderBy(e => e.ChangedAt).Take(20)
            .Select(e => new { e.Id, e.Subject, e.Author, e.ChangedAt }).ToListAsync(ct);
        return [.. drafts.Select(e => new WorkItem(
            texts["Work.Group"], e.Subject, texts["Work.Detail", e.Author], $"/staff/newsletter/{e.Id}", e.ChangedAt, Promise, texts["Work.Action"]))];
    }
}
