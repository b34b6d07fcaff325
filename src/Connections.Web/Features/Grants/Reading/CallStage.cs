using Connections.Domain.Calls;

namespace Connections.Web.Features.Grants.Reading;

/// <summary>Where a call is, as the public sees it.</summary>
public enum CallStage
{
    Coming,
    Open,

    /// <summary>Closed; the panel reads.</summary>
    Reading,
    Decided,
}

public static class CallStages
{
    public static CallStage Of(Call call, DateTimeOffset now) => call switch
    {
        { Status: CallStatus.Decided } => CallStage.Decided,
        _ when call.IsOpenAt(now) => CallStage.Open,
        _ when call.OpensAt > now || call.Status is CallStatus.Announced => CallStage.Coming,
        _ => CallStage.Reading,
    };

    /// <summary>The mark of the component library that goes with the stage.</summary>
    public static string Mark(CallStage stage) => stage switch
    {
        CallStage.Coming => "soon",
        CallStage.Open => "open",
        CallStage.Reading => "started",
        CallStage.Decided => "done",
    };
}
