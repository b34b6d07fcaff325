namespace Connections.Domain.Calls;

/// <summary>Decides from yes-or-no answers whether somebody may apply.</summary>
public static class Gate
{
    /// <summary>Every question must be answered, each as the call asks for.</summary>
    public static bool Passes(IReadOnlyList<GateQuestion> questions, IReadOnlyDictionary<string, bool> answers) =>
        questions.All(q => answers.TryGetValue(q.Key, out var isYes) && isYes == q.MustBeYes);

    /// <summary>The questions whose answer rules the applicant out.</summary>
    public static IReadOnlyList<GateQuestion> Failed(IReadOnlyList<GateQuestion> questions, IReadOnlyDictionary<string, bool> answers) =>
        [.. questions.Where(q => answers.TryGetValue(q.Key, out var isYes) && isYes != q.MustBeYes)];
}
