namespace Connections.Domain.Newsletters;

/// <summary>That an edition was sent to one subscriber. There is never a second for the same two.</summary>
public sealed class Delivery
{
    private Delivery()
    {
    }

    public Delivery(EditionId editionId, SubscriptionId subscriptionId, DateTimeOffset queuedAt)
    {
        EditionId = editionId;
        SubscriptionId = subscriptionId;
        QueuedAt = queuedAt;
    }

    public EditionId EditionId { get; private set; }

    public SubscriptionId SubscriptionId { get; private set; }

    public DateTimeOffset QueuedAt { get; private set; }
}
