using Connections.Adapters.Blobs;
using Connections.Data;
using Connections.Domain.Forms;
using Connections.Domain.Shared;
using Connections.Web.Features.Grants.Reading;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Public.Answer;

/// <summary>Saves the answers to one page of a draft as they were typed, and says what still needs work.</summary>
public sealed class SaveAnswers(ConnectionsDbContext db, KeepFile keepFile, IBlobStore blobs, TimeProvider clock)
{
    public async Task<SavedAnswers> HandleAsync(
        OwnApplication own, FormPage page, IReadOnlyDictionary<string, FormAnswer> typed, IFormFileCollection files, CancellationToken ct)
    {
        var unfit = page.Fields.Where(f => !Fits(f, typed[f.Alias], own.Context)).Select(f => new AnswerError(f.Alias, "Answer.CannotBeKept", null, CheckAnswers.LongestAnswer)).ToList();
        if (unfit.Count > 0)
        {
            return new SavedAnswers(Outcome.Done, unfit, IsSaved: false);
        }

        var (answers, fileErrors) = await WithFilesAsync(own, page, typed, files, ct);
        var before = FilesOf(page, own.Application.Answers);
        var outcome = own.Application.Save(answers, clock.GetUtcNow());
        if (!outcome.Succeeded)
        {
            return new SavedAnswers(outcome, [], IsSaved: false);
        }

        await db.SaveChangesAsync(ct);
        foreach (var gone in before.Except(FilesOf(page, own.Application.Answers)))
        {
            await blobs.DeleteAsync(gone, ct);
        }

        return new SavedAnswers(outcome, [.. fileErrors, .. CheckAnswers.Page(page, own.Application.Answers, own.Context)], IsSaved: true);
    }

    private async Task<(Dictionary<string, FormAnswer> Answers, List<AnswerError> Errors)> WithFilesAsync(
        OwnApplication own, FormPage page, IReadOnlyDictionary<string, FormAnswer> typed, IFormFileCollection files, CancellationToken ct)
    {
        var answers = new Dictionary<string, FormAnswer>(typed);
        var errors = new List<AnswerError>();
        foreach (var field in page.Fields.Where(f => f.Kind is FieldKind.FileUpload))
        {
            if (files.GetFile(AnswerForm.NameOf(field)) is { } sent)
            {
                var (file, error) = await keepFile.HandleAsync(own.Application.Id, field, sent, ct);
                answers[field.Alias] = file is null ? answers[field.Alias] : new FormAnswer { Files = [file] };
                errors.AddRange(error is null ? [] : [error]);
            }
        }

        return (answers, errors);
    }

    /// <summary>A draft may hold wrong answers, but none that no control of the form could have sent.</summary>
    private static bool Fits(FormField field, FormAnswer answer, AnswerContext context) =>
        (answer.Text?.Length ?? 0) <= CheckAnswers.LongestAnswer
        && (answer.Budget ?? []).All(l => l.Description.Length + l.Category.Length + l.Amount.Length + l.Other.Length <= 1000)
        && (answer.Choices ?? []).All(c => field.Kind is FieldKind.CountryList ? context.IsCountry(c) : field.PreValues.Any(o => o.Value == c));

    private static List<string> FilesOf(FormPage page, FormAnswers answers) =>
        [.. page.Fields.SelectMany(f => answers[f.Alias].Files ?? []).Select(f => f.Key)];
}

/// <param name="Errors">What still needs work; the answers are kept all the same where <paramref name="IsSaved"/>.</param>
public sealed record SavedAnswers(Outcome Outcome, IReadOnlyList<AnswerError> Errors, bool IsSaved);
