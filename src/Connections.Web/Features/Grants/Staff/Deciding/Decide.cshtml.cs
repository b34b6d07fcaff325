using Connections.Data;
using Connections.Domain.Calls;
using Connections.Reviewing.Ranking;
using Connections.Web.Features.Grants.Reading;
using Connections.Web.Features.Grants.Staff.Consistency;
using Connections.Web.Features.Grants.Staff.Reading;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Security;
using Connections.Web.Sites;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using RankedApplication = Connections.Reviewing.Ranking.RankedApplication;

namespace Connections.Web.Features.Grants.Staff.Deciding;

/// <summary>One application with its reviews side by side, and the decision on it.</summary>
[Authorize(Policy = GrantsPolicies.Read)]
public sealed class DecideModel(
    ConnectionsDbContext db, ReviewStatistics statistics, SaveDecision saveDecision, Site site, IStringLocalizer<GrantsText> refusals, IStringLocalizer<GrantsStaffText> texts) : PageModel
{
    public CallProgress Progress { get; private set; } = null!;

    public CallRanking Ranking { get; private set; } = null!;

    public RankedRow Row { get; private set; } = null!;

    public ApplicationReading Reading { get; private set; } = null!;

    public IReadOnlyList<NumberedReview> Reviews { get; private set; } = [];

    /// <summary>Its place with reviewers' strictness taken out; null while no review of the call is in.</summary>
    public RankedApplication? Likely { get; private set; }

    /// <summary>How each reviewer marks beside the others, by number on the panel.</summary>
    public IReadOnlyDictionary<string, ReviewerLeniency> Leniency { get; private set; } = new Dictionary<string, ReviewerLeniency>();

    public Call Call => Progress.Call;

    public DecisionsSum Sum => DecisionsSum.Of(Ranking);

    public bool MayDecide => Call.Status is CallStatus.Closed && User.Can(GrantsPolicies.Decide);

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<DecisionKind>().Select(k => new Choice($"{k}", texts[$"Decision.{k}"]) { Hint = texts[$"Decision.{k}.Hint"] })];

    [BindProperty]
    public DecisionInput Input { get; set; } = new();

    [TempData]
    public string? SavedReference { get; set; }

    public async Task<IActionResult> OnGetAsync(string call, string reference, CancellationToken ct)
    {
        if (!await FindAsync(call, reference, ct))
        {
            return NotFound();
        }

        Input = DecisionInput.From(Row.Decision);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string call, string reference, CancellationToken ct)
    {
        if (!User.Can(GrantsPolicies.Decide))
        {
            return Forbid();
        }

        if (!await FindAsync(call, reference, ct))
        {
            return NotFound();
        }

        if (Input.Kind is null)
        {
            ModelState.AddModelError("Input.Kind", texts["Decide.Choose"]);
        }

        var outcome = ModelState.IsValid
            ? await saveDecision.HandleAsync(Progress, Row.Id, Input, User.AccountId(), ct)
            : await saveDecision.CheckAsync(Call, Row.Id, Input, ct);
        if (ModelState.IsValid && outcome.Succeeded)
        {
            SavedReference = Row.Reference;
            return Redirect(StaffGrantsLinks.Decisions(call));
        }

        ModelState.Tell(outcome, refusals, texts, "Input.");
        if (outcome.Refusals.Contains(StaleSave.Stale))
        {
            Input.Version = await db.Decisions.Where(d => d.ApplicationId == Row.Id).Select(d => (int?)d.Version).SingleOrDefaultAsync(ct);
            ModelState.SetModelValue("Input.Version", ValueProviderResult.None);
        }

        return Page();
    }

    private async Task<bool> FindAsync(string slug, string reference, CancellationToken ct)
    {
        if (await CallProgress.FindAsync(db, slug, ct) is not { IsRanked: true } progress)
        {
            return false;
        }

        Progress = progress;
        Ranking = await CallRanking.OfAsync(db, progress.Call, ct);
        if (Ranking.Find(reference) is not { } row)
        {
            return false;
        }

        Row = row;
        if ((await CallConsistency.OfAsync(db, statistics, Call, Ranking, ct)).Ranking is { } calibrated)
        {
            Likely = calibrated.Applications.FirstOrDefault(a => a.Application == row.Reference);
            Leniency = calibrated.Reviewers.ToDictionary(r => r.Reviewer);
        }

        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == row.Id, ct);
        var form = await db.FormVersions.AsNoTracking().SingleAsync(f => f.Id == application.FormVersionId, ct);
        Reading = ApplicationReading.Of(application, Call, form.Definition, hidesApplicant: false, site.DefaultLanguage, original: false);
        Reviews = await (
            from r in db.Reviews.AsNoTracking()
            join s in db.ReviewAssignments on r.AssignmentId equals s.Id
            join m in db.PanelMembers on r.PanelMemberId equals m.Id
            where r.ApplicationId == row.Id && r.SubmittedAt != null && s.ReleasedAt == null
            orderby m.Number
            select new NumberedReview(m.Number, r)).ToListAsync(ct);
        return true;
    }
}

/// <param name="Number">Of the reviewer on the panel: moderation names nobody.</param>
public sealed record NumberedReview(int Number, Review Review);
