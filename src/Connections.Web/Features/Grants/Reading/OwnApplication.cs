using Connections.Data;
using Connections.Domain.Calls;
using Connections.Domain.Forms;
using Connections.Domain.Shared;
using Connections.Web.Sites;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Reading;

/// <summary>An application with its call and its form, for the person whose it is.</summary>
public sealed record OwnApplication(Application Application, Call Call, FormDefinition Form, AnswerContext Context)
{
    /// <summary>What still keeps it from being sent.</summary>
    public IReadOnlyList<AnswerError> Errors => CheckAnswers.Form(Form, Application.Answers, Context);

    public IEnumerable<FormPage> AskedPages => Form.Pages.Where(p => p.Condition?.Shows(Application.Answers) ?? true);

    /// <returns>Null where there is none or it is somebody else's: whether it exists is nobody else's business.</returns>
    public static async Task<OwnApplication?> FindAsync(ConnectionsDbContext db, Countries countries, Guid id, AccountId owner, bool tracked, CancellationToken ct)
    {
        var key = new CallApplicationId(id);
        var applications = tracked ? db.Applications : db.Applications.AsNoTracking();
        if (await applications.SingleOrDefaultAsync(a => a.Id == key && a.AccountId == owner, ct) is not { } application)
        {
            return null;
        }

        var call = await db.Calls.AsNoTracking().SingleAsync(c => c.Id == application.CallId, ct);
        var form = await db.FormVersions.AsNoTracking().SingleAsync(f => f.Id == application.FormVersionId, ct);
        return new OwnApplication(application, call, form.Definition, ContextOf(call, countries));
    }

    public static AnswerContext ContextOf(Call call, Countries countries) =>
        new(code => countries.TryFind(code, out _), call.Terms.GrantMinimum?.MinorUnits, call.Terms.GrantMaximum?.MinorUnits, call.Terms.EarliestStart, call.Terms.ProjectEndsBy);
}
