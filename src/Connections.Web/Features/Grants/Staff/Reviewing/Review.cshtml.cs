using System.ComponentModel.DataAnnotations;
using Connections.Data;
using Connections.Domain.Calls;
using Connections.Web.Features.Grants.Staff.Reading;
using Connections.Web.Security;
using Connections.Web.Sites;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Grants.Staff.Reviewing;

/// <summary>One application beside the rubric. What is not on the reviewer's own pile does not exist.</summary>
[Authorize(Policy = GrantsPolicies.Review)]
public sealed class ReviewModel(
    ConnectionsDbContext db, SaveReview saveReview, KeepDraft keepDraft, DeclareConflict declareConflict, Site site,
    IStringLocalizer<GrantsStaffText> texts, IStringLocalizer<GrantsText> refusals) : PageModel
{
    public ReviewersPile Pile { get; private set; } = null!;

    public PileRow Row { get; private set; } = null!;

    public ApplicationReading Reading { get; private set; } = null!;

    /// <summary>The review as it was last saved.</summary>
    public Review? Stored { get; private set; }

    public int Place => Pile.Rows.Index().First(r => r.Item == Row).Index;

    public bool MayWrite => Pile.IsOpen && !Row.IsSent;

    [BindProperty]
    public ReviewInput Input { get; set; } = new();

    [BindProperty, StringLength(1000), DataType(DataType.MultilineText)]
    public string? Connection { get; set; }

    [TempData]
    public string? SavedReference { get; set; }

    [TempData]
    public string? SentReference { get; set; }

    [TempData]
    public string? ReleasedReference { get; set; }

    public async Task<IActionResult> OnGetAsync(string call, string reference, CancellationToken ct)
    {
        if (!await FindAsync(call, reference, ct))
        {
            return NotFound();
        }

        await ReadAsync(ct);
        Input = ReviewInput.From(Pile.Call.Rubric, Stored);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string call, string reference, CancellationToken ct) => SaveAsync(call, reference, send: false, ct);

    public Task<IActionResult> OnPostSendAsync(string call, string reference, CancellationToken ct) => SaveAsync(call, reference, send: true, ct);

    /// <summary>Keeps what stands in the form while it is being written; nothing is sent, and nothing of another window is replaced.</summary>
    public async Task<IActionResult> OnPostDraftAsync(string call, string reference, CancellationToken ct)
    {
        if (!await FindAsync(call, reference, ct))
        {
            return NotFound();
        }

        Input.Fit(Pile.Call.Rubric);
        return new JsonResult(ModelState.IsValid ? await keepDraft.HandleAsync(Pile, Row, Input, ct) : new DraftAnswer(false, texts["Draft.NotReadable"].Value));
    }

    public async Task<IActionResult> OnPostConflictAsync(string call, string reference, CancellationToken ct)
    {
        if (!await FindAsync(call, reference, ct))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var outcome = await declareConflict.HandleAsync(Pile, Row, Connection, ct);
            if (outcome.Succeeded)
            {
                ReleasedReference = Row.Reference;
                return Redirect(StaffGrantsLinks.Pile(call));
            }

            ModelState.TellReview(outcome, Pile.Call.Rubric, refusals, texts);
        }

        await ReadAsync(ct);
        Input = ReviewInput.From(Pile.Call.Rubric, Stored);
        return Page();
    }

    private async Task<IActionResult> SaveAsync(string call, string reference, bool send, CancellationToken ct)
    {
        if (!await FindAsync(call, reference, ct))
        {
            return NotFound();
        }

        Input.Fit(Pile.Call.Rubric);
        var outcome = ModelState.IsValid ? await saveReview.HandleAsync(Pile, Row, Input, send, ct) : SaveReview.Check(Pile, Input, send);
        if (ModelState.IsValid && outcome.Succeeded)
        {
            SavedReference = send ? null : Row.Reference;
            SentReference = send ? Row.Reference : null;
            return Redirect(StaffGrantsLinks.Pile(call));
        }

        ModelState.TellReview(outcome, Pile.Call.Rubric, refusals, texts);
        if (outcome.Refusals.Contains(StaleSave.Stale))
        {
            // Told once; sending again replaces what the other window saved.
            Input.Version = await db.Reviews.Where(r => r.AssignmentId == Row.Assignment).Select(r => (int?)r.Version).SingleOrDefaultAsync(ct);
            ModelState.SetModelValue("Input.Version", ValueProviderResult.None);
        }

        await ReadAsync(ct);
        return Page();
    }

    private async Task<bool> FindAsync(string call, string reference, CancellationToken ct)
    {
        if (await ReviewersPile.FindAsync(db, call, User.AccountId(), site.DefaultLanguage, ct) is not { } pile || pile.Find(reference) is not { } row)
        {
            return false;
        }

        (Pile, Row) = (pile, row);
        return true;
    }

    /// <summary>What the page shows; a save that succeeds shows nothing and reads none of it.</summary>
    private async Task ReadAsync(CancellationToken ct)
    {
        var (pile, row) = (Pile, Row);
        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == row.Application, ct);
        var form = await db.FormVersions.AsNoTracking().SingleAsync(f => f.Id == application.FormVersionId, ct);
        Reading = ApplicationReading.Of(application, pile.Call, form.Definition, pile.Call.Terms.IsAnonymised, site.DefaultLanguage, Request.Query["text"] == "original");
        Stored = await db.Reviews.AsNoTracking().SingleOrDefaultAsync(r => r.AssignmentId == row.Assignment, ct);
    }
}
