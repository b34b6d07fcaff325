using Connections.Data;
using Connections.Domain.Calls;
using Connections.Domain.Forms;
using Connections.Web.Features.Grants.Reading;
using Connections.Web.Security;
using Connections.Web.Sites;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Grants.Public.Answer;

[Authorize(Policy = RoleAbilities.SignedIn)]
public sealed class IndexModel(ConnectionsDbContext db, Countries countries, SaveAnswers saveAnswers, IStringLocalizer<GrantsText> texts) : PageModel
{
    public AnswerForm Form { get; private set; } = null!;

    public TaskList Tasks { get; private set; } = null!;

    /// <summary>What of the rubric looks at the answers of this page.</summary>
    public IEnumerable<Criterion> JudgedBy => Form.Own.Call.Rubric.Criteria.Where(c => Form.Page.Fields.Any(f => c.Fields.Contains(f.Alias)));

    public async Task<IActionResult> OnGetAsync(Guid application, string question, CancellationToken ct)
    {
        if (await FindAsync(application, question, tracked: false, ct) is not var (own, page))
        {
            return NotFound();
        }

        return own.Application.Status is ApplicationStatus.Draft
            ? Show(own, page, page.Fields.ToDictionary(f => f.Alias, f => own.Application.Answers[f.Alias]))
            : Redirect(GrantsLinks.Application(own.Application.Id));
    }

    public async Task<IActionResult> OnPostAsync(Guid application, string question, string? then, CancellationToken ct)
    {
        if (await FindAsync(application, question, tracked: true, ct) is not var (own, page))
        {
            return NotFound();
        }

        var typed = TypedAnswers.Read(Request.Form, page, own.Application.Answers);
        if (Request.Form["Form.Seen"] != AnswerForm.SeenOf(page, own.Application.Answers) && own.Application.Status is ApplicationStatus.Draft)
        {
            ModelState.AddModelError("", texts["Answer.ChangedElsewhere"]);
        }

        if (!ModelState.IsValid)
        {
            AnswerErrors.Add(ModelState, page, await SaveAnswers.CheckAsync(own, page, typed, Request.Form.Files, asTheyAre: then == "later", ct), texts);
            return Show(own, page, typed);
        }

        try
        {
            return await SaveAsync(own, page, typed, then, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", texts["Answer.ChangedElsewhere"]);
            return await FindAsync(application, question, tracked: false, ct) is var (now, again) ? Show(now, again, typed) : NotFound();
        }
    }

    private async Task<IActionResult> SaveAsync(OwnApplication own, FormPage page, IReadOnlyDictionary<string, FormAnswer> typed, string? then, CancellationToken ct)
    {
        var (outcome, errors) = await saveAnswers.HandleAsync(own, page, typed, Request.Form.Files, asTheyAre: then == "later", ct);
        if (errors.Count > 0)
        {
            AnswerErrors.Add(ModelState, page, errors, texts);
            return Show(own, page, typed);
        }

        if (!outcome.Succeeded || then == "later")
        {
            return Redirect(GrantsLinks.Application(own.Application.Id));
        }

        var next = then == "more" ? page : own.AskedPages.SkipWhile(p => p.Key != page.Key).Skip(1).FirstOrDefault();
        return Redirect(next is null ? GrantsLinks.Check(own.Application.Id) : GrantsLinks.Question(own.Application.Id, next.Key));
    }

    private PageResult Show(OwnApplication own, FormPage page, IReadOnlyDictionary<string, FormAnswer> answers)
    {
        Form = new AnswerForm(own, page, answers, countries);
        Form.ShowTyped(ModelState, Request.HasFormContentType ? Request.Form : null);
        Tasks = TaskList.Of(own);
        return Page();
    }

    private async Task<(OwnApplication Own, FormPage Page)?> FindAsync(Guid application, string question, bool tracked, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var own = await OwnApplication.FindAsync(db, countries, application, User.AccountId(), tracked, ct);
        return own?.Form.FindPage(question) is { } page ? (own, page) : null;
    }
}
