using Connections.Domain.Shared;

namespace Connections.Domain.Newsletters;

public static class EditionRefusals
{
    public static readonly Refusal SubjectMissing = new("Refusal.SubjectMissing", "Subject");
    public static readonly Refusal SubjectTooLong = new("Refusal.SubjectTooLong", "Subject");
    public static readonly Refusal PreheaderTooLong = new("Refusal.PreheaderTooLong", "Preheader");
    public static readonly Refusal NothingWritten = new("Refusal.NothingWritten", "Sections");
    public static readonly Refusal AlreadySent = new("Refusal.AlreadySent");
    public static readonly Refusal NobodyToSendTo = new("Refusal.NobodyToSendTo");
}
