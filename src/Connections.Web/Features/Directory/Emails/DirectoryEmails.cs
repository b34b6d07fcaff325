using Connections.Web.Mail;

namespace Connections.Web.Features.Directory.Emails;

/// <summary>A visitor's words, passed on to an organisation.</summary>
public sealed record VisitorMessageEmail(string Organisation, string Name, string Email, string Message, string SiteName)
    : Email<VisitorMessageTemplate, DirectoryText>("Mail.VisitorMessage.Subject")
{
    public override object[] SubjectArguments => [Name, SiteName];
}

/// <summary>We have your listing; somebody will read it.</summary>
public sealed record ListingReceivedEmail(string Organisation, Uri Link, string SiteName)
    : Email<ListingReceivedTemplate, DirectoryText>("Mail.Received.Subject")
{
    public override object[] SubjectArguments => [Organisation];
}

public sealed record ListingPublishedEmail(string Organisation, Uri Link, Uri Manage, string SiteName)
    : Email<ListingPublishedTemplate, DirectoryText>("Mail.Published.Subject")
{
    public override object[] SubjectArguments => [Organisation];
}

public sealed record ListingReturnedEmail(string Organisation, string Reason, Uri Link, string SiteName)
    : Email<ListingReturnedTemplate, DirectoryText>("Mail.Returned.Subject")
{
    public override object[] SubjectArguments => [Organisation];
}

/// <param name="Published">Names of the fields that are published now.</param>
/// <param name="HeldBack">Names of the fields that stay as they were.</param>
public sealed record ChangeDecidedEmail(string Organisation, IReadOnlyList<string> Published, IReadOnlyList<string> HeldBack, string? Reply, Uri Link)
    : Email<ChangeDecidedTemplate, DirectoryText>(HeldBack.Count == 0 ? "Mail.ChangeAccepted.Subject" : Published.Count == 0 ? "Mail.ChangeRefused.Subject" : "Mail.ChangePartly.Subject")
{
    public override object[] SubjectArguments => [Organisation];
}

/// <summary>Once a year: is this still right? The link needs no sign-in.</summary>
public sealed record ConfirmListingEmail(string Organisation, Uri Link, int GraceDays, string SiteName)
    : Email<ConfirmListingTemplate, DirectoryText>("Mail.Confirm.Subject")
{
    public override object[] SubjectArguments => [Organisation];
}

public sealed record ListingDormantEmail(string Organisation, Uri Link, string SiteName)
    : Email<ListingDormantTemplate, DirectoryText>("Mail.Dormant.Subject")
{
    public override object[] SubjectArguments => [Organisation, SiteName];
}

/// <summary>What a visitor says about a listing, passed on by staff. Who wrote it is not said.</summary>
public sealed record SuggestionEmail(string Organisation, string Words, Uri Link, string SiteName)
    : Email<SuggestionTemplate, DirectoryText>("Mail.Suggestion.Subject")
{
    public override object[] SubjectArguments => [Organisation];
}

/// <summary>What became of a suggestion or of a claim to represent an organisation.</summary>
public sealed record MessageAnsweredEmail(string Organisation, string SentenceKey, string? Reply, Uri Link)
    : Email<MessageAnsweredTemplate, DirectoryText>("Mail.Answered.Subject")
{
    public override object[] SubjectArguments => [Organisation];
}
