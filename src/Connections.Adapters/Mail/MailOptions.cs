using System.ComponentModel.DataAnnotations;

namespace Connections.Adapters.Mail;

/// <summary>How mail leaves, and in whose name. Section <c>Mail</c>.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    [EnumDataType(typeof(MailTransport))]
    public MailTransport Transport { get; set; } = MailTransport.PickupFolder;

    /// <summary>Where the pick-up folder lies; a relative path starts at the application's content root.</summary>
    [Required]
    public string PickupFolder { get; set; } = "var/mail";

    [Required]
    public string FromAddress { get; set; } = "connections@example.org";

    [MaxLength(100)]
    public string FromName { get; set; } = "Connections";

    /// <summary>How often a mail is tried in all before it is given up: with the waits below, for almost five days.</summary>
    [Range(1, 100)]
    public int Attempts { get; set; } = 28;

    [Range(1, 86_400)]
    public int FirstRetrySeconds { get; set; } = 60;

    [Range(1, 604_800)]
    public int LongestRetrySeconds { get; set; } = 6 * 3600;

    public Mailbox ToMailbox() => Mailbox.Create(FromAddress, FromName);

    public RetrySchedule ToRetrySchedule() =>
        new(TimeSpan.FromSeconds(FirstRetrySeconds), TimeSpan.FromSeconds(LongestRetrySeconds), Attempts);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Mailbox.TryCreate(FromAddress, FromName, out _))
        {
            yield return new($"{Section}: FromAddress must be an e-mail address and FromName one line.", [nameof(FromAddress)]);
        }

        if (LongestRetrySeconds < FirstRetrySeconds)
        {
            yield return new($"{Section}: LongestRetrySeconds must not be less than FirstRetrySeconds.", [nameof(LongestRetrySeconds)]);
        }
    }
}
