using Connections.Adapters.Blobs;
using Connections.Data;
using Connections.Domain.Forms;
using Connections.Domain.Shared;
using Connections.Web.Features.Grants.Reading;

namespace Connections.Web.Features.Grants.Public.Answer;

/// <summary>Saves the answers to one page of a draft: all of them, once they are right, or as they are for who comes back later.</summary>
public sealed class SaveAnswers(ConnectionsDbContext db, KeepFile keepFile, IBlobStore blobs, TimeProvider clock)
{
    /// <param name="asTheyAre">Keeps answers that still need work. The list of tasks goes on to name them.</param>
    /// <returns>What is wrong; nothing was stored unless that is nothing.</returns>
    public async Task<(Outcome Outcome, IReadOnlyList<AnswerError> Errors)> HandleAsync(
        OwnApplication own, FormPage page, IReadOnlyDictionary<string, FormAnswer> typed, IFormFileCollection files, bool asTheyAre, CancellationToken ct)
    {
        var errors = await CheckAsync(own, page, typed, files, asTheyAre, ct);
        if (errors.Count > 0)
        {
            return (Outcome.Done, errors);
        }

        var answers = new Dictionary<string, FormAnswer>(typed);
        foreach (var field in page.Fields.Where(f => FileFor(f, files) is not null))
        {
            answers[field.Alias] = new FormAnswer { Files = [await keepFile.HandleAsync(own.Application.Id, FileFor(field, files)!, ct)] };
        }

        return (await SaveAsync(own, page, answers, ct), []);
    }

    private async Task<Outcome> SaveAsync(OwnApplication own, FormPage page, Dictionary<string, FormAnswer> answers, CancellationToken ct)
    {
        var before = FilesOf(page, own.Application.Answers);
        var outcome = own.Application.Save(answers, clock.GetUtcNow());
        if (outcome.Succeeded)
        {
            await db.SaveChangesAsync(ct);
            foreach (var gone in before.Except(FilesOf(page, own.Application.Answers)))
            {
                await blobs.DeleteAsync(gone, ct);
            }
        }

        return outcome;
    }

    /// <returns>Everything that is wrong with the answers and their files. Nothing is kept.</returns>
    public static async Task<IReadOnlyList<AnswerError>> CheckAsync(
        OwnApplication own, FormPage page, IReadOnlyDictionary<string, FormAnswer> typed, IFormFileCollection files, bool asTheyAre, CancellationToken ct)
    {
        var unfit = page.Fields.Where(f => !Fits(f, typed[f.Alias], own.Context)).ToList();
        var errors = unfit.Select(f => new AnswerError(f.Alias, "Answer.CannotBeKept", null, CheckAnswers.LongestAnswer)).ToList();
        if (!asTheyAre)
        {
            // A file that comes along answers its question.
            errors.AddRange(CheckAnswers.Page(page, own.Application.Answers.With(typed), own.Context)
                .Where(e => unfit.All(f => f.Alias != e.Field) && page.Fields.All(f => f.Alias != e.Field || FileFor(f, files) is null)));
        }

        foreach (var field in page.Fields.Where(f => FileFor(f, files) is not null))
        {
            if (await KeepFile.CheckAsync(field, FileFor(field, files)!, ct) is { } error)
            {
                errors.Add(error);
            }
        }

        return errors;
    }

    /// <summary>A draft may hold wrong answers, but none that no control of the form could have sent.</summary>
    private static bool Fits(FormField field, FormAnswer answer, AnswerContext context) =>
        (answer.Text?.Length ?? 0) <= CheckAnswers.LongestAnswer
        && (answer.Budget ?? []).All(l => l.Description.Length + l.Category.Length + l.Amount.Length + l.Other.Length <= 1000)
        && (answer.Choices ?? []).All(c => field.Kind is FieldKind.CountryList ? context.IsCountry(c) : field.PreValues.Any(o => o.Value == c));

    private static IFormFile? FileFor(FormField field, IFormFileCollection files) =>
        field.Kind is FieldKind.FileUpload ? files.GetFile(AnswerForm.NameOf(field)) : null;

    private static List<string> FilesOf(FormPage page, FormAnswers answers) =>
        [.. page.Fields.SelectMany(f => answers[f.Alias].Files ?? []).Select(f => f.Key)];
}
