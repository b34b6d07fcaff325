using Connections.Domain.Consents;
using Connections.Domain.Newsletters;

namespace Connections.Domain.Tests.Newsletters;

public class SubscriptionTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_counts_before_it_is_confirmed_and_confirming_twice_is_confirming_once()
    {
        var subscription = Asked();

        Assert.Equal(SubscriptionStatus.Pending, subscription.Status);
        Assert.True(subscription.Confirm(Now));
        Assert.False(subscription.Confirm(Now.AddDays(1)));
        Assert.Equal((SubscriptionStatus.Active, Now), (subscription.Status, subscription.ConfirmedAt));
    }

    [Fact]
    public void Who_has_left_is_not_brought_back_by_an_old_link_but_by_asking_and_confirming_again()
    {
        var subscription = Asked();
        subscription.Confirm(Now);

        Assert.True(subscription.Unsubscribe(Now));
        Assert.False(subscription.Unsubscribe(Now));
        Assert.False(subscription.Confirm(Now));

        subscription.AskAgain(new(["study"], [], "gd", Frequency.Weekly), Now);
        Assert.Equal(SubscriptionStatus.Pending, subscription.Status);
        Assert.True(subscription.Confirm(Now));
        Assert.Equal(["study"], subscription.Topics);
        Assert.Null(subscription.UnsubscribedAt);
    }

    [Fact]
    public void One_address_is_one_however_it_is_written_and_the_ledger_knows_it_by_the_same_hash()
    {
        Assert.Equal(Subscription.Normalise("Zoë@Example.org"), Subscription.Normalise(" zoe\u0308@example.ORG "));
        Assert.Equal(ConsentEntry.HashOf("Zoë@Example.org"), ConsentEntry.HashOf(" zoe\u0308@example.ORG "));
        Assert.NotEqual(ConsentEntry.HashOf("zoe@example.org"), ConsentEntry.HashOf("zoë@example.org"));
        Assert.Matches("^[0-9a-f]{64}$", ConsentEntry.HashOf("zoe@example.org"));
    }

    private static Subscription Asked() =>
        new(SubscriptionId.New(), "zoe@example.org", new SubscriptionChoices(["culture"], ["NZ"], "en", Frequency.Monthly), Now);
}
