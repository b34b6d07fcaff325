namespace Connections.Domain.Calls;

/// <summary>A yes-or-no question that decides whether somebody may apply, with the words for whoever may not.</summary>
public sealed record GateQuestion(string Key, string Question, bool MustBeYes, string Message);
