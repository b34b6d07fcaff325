using Connections.Domain.Shared;

namespace Connections.Domain.Calls;

/// <summary>The public record of what was given: made when results are published, a copy of what was true on that day.</summary>
public sealed class Award
{
    private Award()
    {
    }

    public AwardId Id { get; private set; }

    public CallId CallId { get; private set; }

    public CallApplicationId ApplicationId { get; private set; }

    /// <summary>A reference of its own, so that the application's says nothing to the public.</summary>
    public string Reference { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Summary { get; private set; } = "";

    /// <summary>Name of the organisation; null where a person was given the award, who is not named to the public.</summary>
    public string? Organisation { get; private set; }

    public string Country { get; private set; } = "";

    /// <summary>Where it happens.</summary>
    public List<string> Countries { get; private set; } = [];

    public List<string> Themes { get; private set; } = [];

    public long? AmountMinor { get; private set; }

    public long? RequestedMinor { get; private set; }

    public string? Currency { get; private set; }

    /// <summary>The panel's reason, as the applicant got it.</summary>
    public string Reason { get; private set; } = "";

    public DateTimeOffset AwardedAt { get; private set; }

    public DateOnly? StartsOn { get; private set; }

    public DateOnly? EndsOn { get; private set; }

    public Money? Amount => AmountMinor is { } minor ? new Money(minor, Currency!) : null;

    /// <summary><c>SCF26-A01</c></summary>
    public static string WriteReference(string prefix, int number) => $"{prefix}-A{number:00}";

    /// <summary>Takes out the address of whoever was given it, once they are erased.</summary>
    public void ForgetApplicant(string email) =>
        (Title, Summary, Reason) = (WithoutApplicant.Without(Title, email), WithoutApplicant.Without(Summary, email), WithoutApplicant.Without(Reason, email));

    /// <param name="reference">Given by <see cref="WriteReference"/>; without it the application's own is used.</param>
    /// <param name="language">The site's language: title and summary are taken from a translation where there is one.</param>
    public static Award From(AwardId id, Application application, Decision decision, DateTimeOffset at, string? reference = null, string language = "en")
    {
        var facts = application.Facts;
        return new Award
        {
            Id = id,
            CallId = application.CallId,
            ApplicationId = application.Id,
            Reference = reference ?? application.Reference!,
            Title = application.Translated("title", language) ?? facts.Title ?? application.Reference!,
            Summary = application.Translated("summary", language) ?? facts.Summary ?? "",
            Organisation = facts.IsOrganisation ? facts.Applicant : null,
            Country = facts.Country ?? "",
            Countries = [.. facts.Countries],
            Themes = [.. facts.Themes],
            AmountMinor = decision.AmountMinor,
            RequestedMinor = application.AmountRequestedMinor,
            Currency = decision.Currency,
            Reason = decision.PublicReason ?? decision.Reasons,
            AwardedAt = at,
            StartsOn = facts.StartsOn,
            EndsOn = facts.EndsOn,
        };
    }
}
