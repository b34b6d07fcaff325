namespace Connections.Data.SentForms;

/// <summary>A form that was taken. It is stored in one transaction with what the form caused, so the same form sent a second
/// time, by a double click or from a page gone back to, is known and causes nothing.</summary>
public sealed class SentForm
{
    /// <summary>SHA-256 over the form's number, its sender and everything in it, lower-case hexadecimal.</summary>
    public required string Id { get; init; }

    /// <summary>What tells this drawing of the form on a page from every other.</summary>
    public required string Number { get; init; }

    public DateTimeOffset SentAt { get; init; }

    /// <summary>Where its sender was sent on to; null for the moment in which it is still being taken.</summary>
    public string? Answer { get; init; }

    /// <summary>What its sender was told there, as JSON.</summary>
    public string? Notices { get; init; }
}
