namespace Connections.Domain.Forms;

/// <summary>What a check of answers needs from outside the form.</summary>
/// <param name="IsCountry">Whether a code is on the list of countries.</param>
/// <param name="Smallest">Least amount that may be asked for, in minor units; narrows what the form says.</param>
/// <param name="Earliest">First day on which a project may start; moves what the form says later.</param>
/// <param name="Latest">Last day of a project.</param>
public sealed record AnswerContext(Func<string, bool> IsCountry, long? Smallest = null, long? Largest = null, DateOnly? Earliest = null, DateOnly? Latest = null)
{
    /// <summary>Days of the project: a call says when these may be, beside what the form says of any date.</summary>
    private static readonly string[] OfProject = ["startDate", "endDate"];

    public DateOnly? FirstDay(FormField field) => Later(CheckAnswers.ReadDate(field.Setting("min")), OfProject.Contains(field.Alias) ? Earliest : null);

    public DateOnly? LastDay(FormField field) => Earlier(CheckAnswers.ReadDate(field.Setting("max")), OfProject.Contains(field.Alias) ? Latest : null);

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other ?? one : one;

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other ?? one : one;
}
