using Connections.Domain.Forms;

namespace Connections.Domain.Calls;

/// <summary>The history an imported application brings with it.</summary>
public sealed record ImportedApplication(
    string? Reference,
    ApplicationStatus Status,
    FormAnswers Answers,
    DateTimeOffset StartedAt,
    DateTimeOffset? SubmittedAt,
    string? Organisation,
    IReadOnlyList<string> Communities,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Translations);
