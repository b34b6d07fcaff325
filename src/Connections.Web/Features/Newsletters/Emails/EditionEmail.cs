using Connections.Domain.Newsletters;
using Connections.Web.Mail;

namespace Connections.Web.Features.Newsletters.Emails;

/// <summary>An edition as one reader gets it: the parts that concern them, why they get it, and how to change or stop it.</summary>
/// <param name="OtherLanguage">Name of the language it is written in, where the reader asked for another one.</param>
public sealed record EditionEmail(
    string Subject, string Preheader, IReadOnlyList<EditionSection> Sections, string? OtherLanguage, IReadOnlyList<string> Topics, Uri Preferences, Uri Unsubscribe)
    : Email<EditionTemplate, NewslettersText>("Edition.Subject")
{
    public override object[] SubjectArguments => [Subject];
}
