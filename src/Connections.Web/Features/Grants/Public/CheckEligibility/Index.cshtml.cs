using Connections.Data;
using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Connections.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Grants.Public.CheckEligibility;

/// <summary>The yes-or-no questions before an application, for anybody: nothing is stored.</summary>
public sealed class IndexModel(ConnectionsDbContext db, IStringLocalizer<GrantsText> texts, TimeProvider clock) : PageModel
{
    public Call Call { get; private set; } = null!;

    /// <summary>Why no application can be sent now.</summary>
    public Refusal? Closed { get; private set; }

    /// <summary>Questions whose answer rules the applicant out.</summary>
    public IReadOnlyList<GateQuestion> Failed { get; private set; } = [];

    [BindProperty]
    public Dictionary<string, string?> Gate { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(string call, CancellationToken ct)
    {
        if (!await FindAsync(call, ct))
        {
            return NotFound();
        }

        return await BegunAsync(ct) is { } begun ? Redirect(GrantsLinks.Application(begun)) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string call, CancellationToken ct)
    {
        if (!await FindAsync(call, ct))
        {
            return NotFound();
        }

        if (Closed is not null)
        {
            return Page();
        }

        var answers = GateAnswers.Read(Call, Gate);
        foreach (var question in Call.Terms.GateQuestions.Where(q => !answers.ContainsKey(q.Key)))
        {
            ModelState.AddModelError($"Gate[{question.Key}]", texts["Gate.ChooseYesOrNo"]);
        }

        Failed = Domain.Calls.Gate.Failed(Call.Terms.GateQuestions, answers);
        return !ModelState.IsValid || Failed.Count > 0 ? Page() : Redirect(GrantsLinks.Begin(call, GateAnswers.Write(answers)));
    }

    private async Task<bool> FindAsync(string slug, CancellationToken ct)
    {
        var found = await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug && c.Status != CallStatus.Draft, ct);
        if (found is null)
        {
            return false;
        }

        Call = found;
        Closed = found.WhyNotOpenAt(clock.GetUtcNow());
        Gate = found.Terms.GateQuestions.ToDictionary(q => q.Key, q => Gate.GetValueOrDefault(q.Key));
        return true;
    }

    private async Task<CallApplicationId?> BegunAsync(CancellationToken ct) =>
        User.AccountIdOrNull is { } account
            ? await db.Applications
                .Where(a => a.CallId == Call.Id && a.AccountId == account && a.Status != ApplicationStatus.Withdrawn)
                .OrderBy(a => a.StartedAt).Select(a => (CallApplicationId?)a.Id).FirstOrDefaultAsync(ct)
            : null;
}
