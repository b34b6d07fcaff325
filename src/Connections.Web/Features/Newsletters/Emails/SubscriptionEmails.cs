using Connections.Web.Mail;

namespace Connections.Web.Features.Newsletters.Emails;

/// <summary>The one message before any newsletter: its owner confirms the address by it.</summary>
public sealed record ConfirmSubscriptionEmail(Uri Link) : Email<ConfirmSubscriptionTemplate, NewslettersText>("ConfirmMail.Subject");

/// <summary>To somebody who subscribes already and asked again, or for whom somebody else did.</summary>
public sealed record AlreadySubscribedEmail(Uri Link) : Email<AlreadySubscribedTemplate, NewslettersText>("AlreadyMail.Subject");

/// <summary>The link to one's choices.</summary>
public sealed record PreferencesLinkEmail(Uri Link) : Email<PreferencesLinkTemplate, NewslettersText>("LinkMail.Subject");
