using Connections.Domain.Calls;

namespace Connections.Web.Features.Grants.Public.YourApplications;

/// <summary>An application in its applicant's list.</summary>
/// <param name="Decision">Once it is published.</param>
public sealed record ApplicationRow(
    CallApplicationId Id, string Call, string? Title, string? Reference, ApplicationStatus Status, DateTimeOffset ClosesAt, DateTimeOffset? SubmittedAt, DecisionKind? Decision)
{
    /// <summary>Key of the words for where it stands. A decision that is not published yet is not told.</summary>
    public string State => Decision is { } decision ? $"State.{decision}" : Status is ApplicationStatus.Decided ? "State.Submitted" : $"State.{Status}";

    public string Mark => (Decision, Status) switch
    {
        (DecisionKind.Award, _) => "open",
        (DecisionKind.Reserve, _) => "soon",
        (DecisionKind.Decline, _) => "done",
        (_, ApplicationStatus.Draft) => "started",
        (_, ApplicationStatus.Submitted or ApplicationStatus.Decided) => "done",
        (_, ApplicationStatus.Withdrawn) => "locked",
    };
}
