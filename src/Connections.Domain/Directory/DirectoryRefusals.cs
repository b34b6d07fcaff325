using Connections.Domain.Shared;

namespace Connections.Domain.Directory;

/// <summary>Why the directory says no. The sentences are in the feature's text resource.</summary>
public static class DirectoryRefusals
{
    public static readonly Refusal NotADraft = new("Refusal.NotADraft");
    public static readonly Refusal NotSubmitted = new("Refusal.NotSubmitted");
    public static readonly Refusal NotPublished = new("Refusal.NotPublished");
    public static readonly Refusal AlreadyWithdrawn = new("Refusal.AlreadyWithdrawn");
    public static readonly Refusal NotWithdrawn = new("Refusal.NotWithdrawn");
    public static readonly Refusal NothingChanged = new("Refusal.NothingChanged");
    public static readonly Refusal ChangeNotOpen = new("Refusal.ChangeNotOpen");
    public static readonly Refusal AlreadyAnswered = new("Refusal.AlreadyAnswered");
    public static readonly Refusal AlreadyRepresents = new("Refusal.AlreadyRepresents");
    public static readonly Refusal AlreadyAsked = new("Refusal.AlreadyAsked");
    public static readonly Refusal ReasonMissing = new("Refusal.ReasonMissing", "Reason");
    public static readonly Refusal WordsMissing = new("Refusal.WordsMissing", "Words");
    public static readonly Refusal AuthorityMissing = new("Refusal.AuthorityMissing", "MayList");
    public static readonly Refusal ForeignStateMissing = new("Refusal.ForeignStateMissing", "ForeignState");
    public static readonly Refusal ForeignStateDetailsMissing = new("Refusal.ForeignStateDetailsMissing", "ForeignStateDetails");

    public static Refusal Missing(string field) => new($"Refusal.{field}Missing", field);

    public static Refusal TooLong(string field) => new($"Refusal.{field}TooLong", field);

    public static Refusal Unknown(string field) => new($"Refusal.{field}Unknown", field);

    public static Refusal Malformed(string field) => new("Refusal.Malformed", field);
}
