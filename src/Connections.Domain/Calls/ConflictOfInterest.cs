namespace Connections.Domain.Calls;

/// <summary>A reviewer and an application that must stay apart. Never removed: a withdrawn conflict would leave no trace.</summary>
public sealed class ConflictOfInterest
{
    private ConflictOfInterest()
    {
    }

    public ConflictOfInterest(ConflictId id, CallApplicationId application, PanelMemberId member, ConflictKind kind, string reason, DateTimeOffset at)
    {
        Id = id;
        ApplicationId = application;
        PanelMemberId = member;
        Kind = kind;
        Reason = reason;
        RecordedAt = at;
    }

    public ConflictId Id { get; private set; }

    public CallApplicationId ApplicationId { get; private set; }

    public PanelMemberId PanelMemberId { get; private set; }

    public ConflictKind Kind { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTimeOffset RecordedAt { get; private set; }
}
