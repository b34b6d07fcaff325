namespace Connections.Domain.Directory;

/// <summary>How long a listing is taken to be right, and how long an organisation has to answer when asked.</summary>
public static class ConfirmationPeriod
{
    public const int GraceDays = 60;

    public static DateTimeOffset DueAt(DateTimeOffset confirmedAt) => confirmedAt.AddYears(1);

    public static DateTimeOffset DormantAt(DateTimeOffset askedAt) => askedAt.AddDays(GraceDays);
}
