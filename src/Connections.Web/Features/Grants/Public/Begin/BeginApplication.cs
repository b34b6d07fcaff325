using System.Globalization;
using Connections.Data;
using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Public.Begin;

/// <summary>Begins an application, or goes on with the one a person has begun.</summary>
public sealed class BeginApplication(ConnectionsDbContext db, TimeProvider clock)
{
    public async Task<(CallApplicationId? Application, Outcome Outcome)> HandleAsync(
        Call call, AccountId applicant, IReadOnlyDictionary<string, bool> gateAnswers, CancellationToken ct)
    {
        if (await BegunAsync(call.Id, applicant, ct) is { } begun)
        {
            return (begun, Outcome.Done);
        }

        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var (application, outcome) = Application.Start(CallApplicationId.New(), call, applicant, language, gateAnswers, clock.GetUtcNow());
        if (application is null)
        {
            return (null, outcome);
        }

        db.Applications.Add(application);
        try
        {
            await db.SaveChangesAsync(ct);
            return (application.Id, outcome);
        }
        catch (DbUpdateException e)
        {
            // Another tab began at the same moment: the database holds one draft for each person and call.
            db.ChangeTracker.Clear();
            return await BegunAsync(call.Id, applicant, ct) is { } other ? (other, Outcome.Done) : throw new InvalidOperationException("The application could not be begun.", e);
        }
    }

    private async Task<CallApplicationId?> BegunAsync(CallId call, AccountId applicant, CancellationToken ct) =>
        await db.Applications
            .Where(a => a.CallId == call && a.AccountId == applicant && a.Status != ApplicationStatus.Withdrawn)
            .OrderBy(a => a.StartedAt).Select(a => (CallApplicationId?)a.Id).FirstOrDefaultAsync(ct);
}
