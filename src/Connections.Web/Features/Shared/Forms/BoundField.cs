using System.Globalization;
using System.Collections;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Shared.Forms;

/// <summary>A property as a form shows it: its name and id, what was typed or stored, and what is wrong with it.</summary>
public sealed class BoundField
{
    private readonly ModelExpression expression;
    private readonly ModelStateDictionary modelState;
    private readonly IStringLocalizer texts;

    public BoundField(ModelExpression expression, ViewContext view, IStringLocalizer texts)
    {
        this.expression = expression;
        this.texts = texts;
        modelState = view.ViewData.ModelState;
        Name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        Id = IdOf(Name);
        Errors = ErrorsOf(Name);
    }

    public string Name { get; }

    public string Id { get; }

    public string HintId => $"{Id}-hint";

    public string ErrorId => $"{Id}-error";

    public IReadOnlyList<string> Errors { get; }

    public bool IsWrong => Errors.Count > 0;

    public ModelMetadata Metadata => expression.Metadata;

    public object? Model => expression.Model;

    /// <summary>What was typed, even where it made no sense; otherwise what the model holds.</summary>
    public string? Value => Attempted(Name) ?? Format(Model);

    /// <summary>The chosen values of a group of choices.</summary>
    public IReadOnlyList<string> Values =>
        modelState.TryGetValue(Name, out var entry) && entry.RawValue is not null
            ? entry.RawValue is string[] several ? several : [entry.AttemptedValue ?? ""]
            : Model is IEnumerable list and not string
                ? [.. list.Cast<object?>().Select(item => Format(item) ?? "")]
                : Model is null ? [] : [Format(Model)!];

    /// <summary>What was typed into a control that belongs to this property, such as the day of a date.</summary>
    public string? Attempted(string name) => modelState.TryGetValue(name, out var entry) ? entry.AttemptedValue : null;

    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    private static string? Format(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        IFormattable formattable and not Enum => formattable.ToString(null, CultureInfo.CurrentCulture),
        _ => value.ToString(),
    };

    private string[] ErrorsOf(string name) =>
        modelState.TryGetValue(name, out var entry)
            ? [.. entry.Errors.Select(error => error.ErrorMessage is { Length: > 0 } message ? message : texts["Validation.Malformed"].Value)]
            : [];
}
