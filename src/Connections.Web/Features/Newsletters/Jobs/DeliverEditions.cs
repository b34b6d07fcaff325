using Connections.Data;
using Connections.Domain.Newsletters;
using Connections.Web.Features.Newsletters.Emails;
using Connections.Web.Mail;
using Connections.Web.Sites;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Newsletters.Jobs;

/// <summary>Makes the deliveries of editions that were released: one letter for each reader whom a part concerns. Each step
/// stores its letters with the record that they were made, so it can stop anywhere and go on without writing to anybody twice.</summary>
public sealed class DeliverEditions(ConnectionsDbContext db, IMailQueue mail, SubscriptionLinks links, Languages languages, Taxonomy taxonomy, TimeProvider clock)
{
    private const int Step = 200;

    public async Task HandleAsync(CancellationToken ct)
    {
        var released = await db.Editions.AsNoTracking().Where(e => e.Status == EditionStatus.Sending).Select(e => e.Id).ToListAsync(ct);
        foreach (var id in released)
        {
            await DeliverAsync(id, ct);
        }
    }

    private async Task DeliverAsync(EditionId id, CancellationToken ct)
    {
        var edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == id, ct);
        for (var address = ""; await Audience.AfterAsync(db, address, Step, ct) is { Count: > 0 } step; address = step[^1].NormalisedEmail)
        {
            await DeliverAsync(edition, step, ct);
        }

        var finished = await db.Editions.SingleAsync(e => e.Id == id, ct);
        finished.Finish(await db.Deliveries.CountAsync(d => d.EditionId == id, ct), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private async Task DeliverAsync(Edition edition, List<Subscription> step, CancellationToken ct)
    {
        var ids = step.ConvertAll(s => s.Id);
        var done = await db.Deliveries.Where(d => d.EditionId == edition.Id && ids.Contains(d.SubscriptionId)).Select(d => d.SubscriptionId).ToHashSetAsync(ct);
        foreach (var subscription in step.Where(s => !done.Contains(s.Id)))
        {
            var sections = edition.SectionsFor(subscription.Choices);
            if (sections.Count > 0)
            {
                await mail.AddAsync(Letter(edition, subscription, sections), new MailRecipient(subscription.Email, subscription.Language, links.Unsubscribe(subscription.Id).AbsoluteUri), ct);
                db.Deliveries.Add(new Delivery(edition.Id, subscription.Id, clock.GetUtcNow()));
            }
        }

        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private EditionEmail Letter(Edition edition, Subscription subscription, IReadOnlyList<EditionSection> sections) => new(
        edition.Subject,
        edition.Preheader,
        sections,
        subscription.Language == edition.Language ? null : languages.Name(edition.Language),
        subscription.Topics.ConvertAll(taxonomy.Topics.Name),
        links.Preferences(subscription.Id),
        links.Unsubscribe(subscription.Id));
}
