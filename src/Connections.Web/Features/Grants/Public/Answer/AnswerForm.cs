using System.Security.Cryptography;
using System.Text.Json;
using Connections.Domain.Forms;
using Connections.Domain.Shared;
using Connections.Web.Features.Grants.Reading;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Sites;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Connections.Web.Features.Grants.Public.Answer;

/// <summary>One page of questions as it is shown: each answer under the name that its control has.</summary>
public sealed class AnswerForm(OwnApplication own, FormPage page, IReadOnlyDictionary<string, FormAnswer> answers, Countries countries)
{
    public OwnApplication Own { get; } = own;

    public FormPage Page { get; } = page;

    public Countries Countries { get; } = countries;

    public Dictionary<string, string?> Text { get; } = page.Fields.ToDictionary(f => f.Alias, f => answers[f.Alias].Text);

    public Dictionary<string, List<string>> Chosen { get; } = page.Fields.ToDictionary(f => f.Alias, f => answers[f.Alias].Values.ToList());

    public Dictionary<string, DateOnly?> Dates { get; } = page.Fields.ToDictionary(f => f.Alias, f => CheckAnswers.ReadDate(answers[f.Alias].Text));

    public Dictionary<string, Money?> Amounts { get; } = page.Fields.ToDictionary(f => f.Alias, _ => (Money?)null);

    public Dictionary<string, IFormFile?> Files { get; } = page.Fields.ToDictionary(f => f.Alias, _ => (IFormFile?)null);

    public IReadOnlyList<BudgetLine> Lines(FormField field) => answers[field.Alias].Budget ?? [];

    public IReadOnlyList<AttachedFile> Kept(FormField field) => answers[field.Alias].Files ?? [];

    /// <summary>Which answers the reader of this page has seen, so that a page open in a second window is noticed.</summary>
    public string Seen => SeenOf(Page, Own.Application.Answers);

    /// <summary>Fields that are not shown inside an answer of another field of the page.</summary>
    public IEnumerable<FormField> Outer => Page.Fields.Where(f => HolderOf(f) is null);

    public IEnumerable<FormField> Revealed(FormField holder, FormOption option) =>
        Page.Fields.Where(f => HolderOf(f) is { } rule && rule.FieldAlias == holder.Alias && rule.Value == option.Value);

    public static string SeenOf(FormPage page, FormAnswers answers) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(page.Fields.Select(f => answers[f.Alias]))))[..16];

    /// <summary>Name of the control for a field.</summary>
    public static string NameOf(FormField field) => field.Kind switch
    {
        FieldKind.SingleChoice or FieldKind.MultipleChoice or FieldKind.CountryList => $"Form.Chosen[{field.Alias}]",
        FieldKind.Date => $"Form.Dates[{field.Alias}]",
        FieldKind.Money => $"Form.Amounts[{field.Alias}]",
        FieldKind.FileUpload => $"Form.Files[{field.Alias}]",
        _ => $"Form.Text[{field.Alias}]",
    };

    /// <summary>Puts what was typed where it is no date or no amount, so that the controls show it.</summary>
    /// <param name="posted">What the browser sent, where this page answers a post.</param>
    public void ShowTyped(ModelStateDictionary modelState, IFormCollection? posted)
    {
        foreach (var field in Page.Fields.Where(f => Text[f.Alias] is not null))
        {
            var typed = Text[field.Alias]!;
            if (field.Kind is FieldKind.Money)
            {
                Show(modelState, NameOf(field), typed);
            }
            else if (field.Kind is FieldKind.Date && Dates[field.Alias] is null)
            {
                foreach (var (part, kept) in Enum.GetNames<DatePart>().Zip(typed.Split('/')))
                {
                    var name = $"{NameOf(field)}.{part}";
                    Show(modelState, name, posted?[name].ToString() ?? kept);
                }
            }
        }
    }

    private static void Show(ModelStateDictionary modelState, string name, string typed)
    {
        modelState.SetModelValue(name, typed, typed);
        if (modelState[name]!.Errors.Count == 0)
        {
            modelState.MarkFieldSkipped(name);
        }
    }

    private FormRule? HolderOf(FormField field) =>
        field.Condition is { ActionType: "Show", Rules: [{ Operator: "Is" } rule] } &&
        Page.Fields.Any(f => f.Alias == rule.FieldAlias && f.Kind is FieldKind.SingleChoice) ? rule : null;
}
