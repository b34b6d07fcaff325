using Connections.Data;
using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Connections.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Grants.Staff.Reviewing;

internal static class ReviewRefusals
{
    /// <summary>Puts refusals beside their criterion, whose name they begin with: a review has the same boxes many times.</summary>
    public static void TellReview(
        this ModelStateDictionary modelState, Outcome outcome, Rubric rubric, IStringLocalizer<GrantsText> refusals, IStringLocalizer<GrantsStaffText> texts) =>
        modelState.AddUnlessWrong(outcome.Refusals.Select(refusal =>
        {
            var text = refusal == StaleSave.Stale ? texts["Review.Stale"].Value : refusals[refusal.Key].Value;
            var criterion = refusal.Field?.Split('.', 2) is [_, var key] ? rubric.Find(key) : null;
            return (NameOf(refusal.Field, rubric, criterion), criterion is null ? text : texts["Review.ErrorOf", criterion.Name, text].Value);
        }));

    // A refusal names a criterion by its key; the form has it by its place in the rubric.
    private static string NameOf(string? field, Rubric rubric, Criterion? criterion) =>
        criterion is not null ? $"Input.Judged[{rubric.Criteria.TakeWhile(c => c != criterion).Count()}].{field!.Split('.')[0]}"
        : field is "Reason" ? nameof(ReviewModel.Connection)
        : "";
}
