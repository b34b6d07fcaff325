using System.Globalization;
using Connections.Data;
using Connections.Data.Mail;
using Connections.Domain.Shared;
using Connections.Web.Localization;
using Connections.Web.Sites;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Mail;

/// <summary>Renders an e-mail from its Razor component, in the recipient's language, inside the place's frame, and adds
/// it to the outbox of the caller's unit of work.</summary>
internal sealed class RazorMailQueue(
    ConnectionsDbContext db,
    HtmlRenderer renderer,
    IStringLocalizerFactory texts,
    MailColours colours,
    SiteLanguages languages,
    Site site,
    TimeProvider clock) : IMailQueue
{
    public async Task AddAsync(IEmail email, MailRecipient to, CancellationToken ct)
    {
        var culture = CultureOf(to.Language);
        var (subject, html) = await InCultureAsync(culture, () => RenderAsync(email, to, culture));
        var now = clock.GetUtcNow();
        db.OutboxMails.Add(new OutboxMail
        {
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            NextAttemptAt = now,
            Kind = email.GetType().Name,
            To = to.Address,
            ReplyTo = to.ReplyTo ?? site.ReplyTo,
            Subject = subject,
            Html = html,
            Text = PlainText.From(html),
            Language = culture.Name,
            UnsubscribeUrl = to.UnsubscribeUrl,
        });
    }

    private async Task<(string Subject, string Html)> RenderAsync(IEmail email, MailRecipient to, CultureInfo culture)
    {
        // A subject is one line, whatever somebody called their organisation.
        var subject = string.Join(' ', OneLine.Of(texts.Create(email.TextResource)[email.SubjectKey, email.SubjectArguments].Value)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(MailDocument.Email)] = email,
            [nameof(MailDocument.Subject)] = subject,
            [nameof(MailDocument.Language)] = culture.Name,
            [nameof(MailDocument.Direction)] = culture.TextInfo.IsRightToLeft ? "rtl" : "ltr",
            [nameof(MailDocument.Colour)] = colours.Band,
            [nameof(MailDocument.UnsubscribeUrl)] = to.UnsubscribeUrl,
        });
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<MailDocument>(parameters)).ToHtmlString());
        return (subject, html);
    }

    /// <summary>A mail never says that it is in a language it is not in: where the texts do not exist, the site's own language stands in.</summary>
    private CultureInfo CultureOf(string language) =>
        languages.Find(language)
        ?? languages.Offered.FirstOrDefault(culture => culture.TwoLetterISOLanguageName == language.Split('-')[0])
        ?? languages.Offered[0];

    private static async Task<T> InCultureAsync<T>(CultureInfo culture, Func<Task<T>> work)
    {
        var (own, ownUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            return await work();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (own, ownUi);
        }
    }
}
