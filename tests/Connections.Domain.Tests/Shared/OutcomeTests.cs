using Connections.Domain.Shared;

namespace Connections.Domain.Tests.Shared;

public class OutcomeTests
{
    private static readonly Refusal First = new("Refusal.First", "Name");
    private static readonly Refusal Second = new("Refusal.Second");

    [Fact]
    public void It_is_done_or_refused_for_reasons()
    {
        Assert.True(Outcome.Done.Succeeded);
        Assert.True(Outcome.From([]).Succeeded);
        Assert.False(Outcome.From([First]).Succeeded);
        Assert.Throws<ArgumentException>(() => Outcome.Refused());
    }

    [Fact]
    public void Two_with_the_same_reasons_in_the_same_order_are_equal()
    {
        Assert.Equal(Outcome.Refused(First, Second), Outcome.From([new("Refusal.First", "Name"), Second]));
        Assert.Equal(Outcome.Refused(First, Second).GetHashCode(), Outcome.From([First, Second]).GetHashCode());
        Assert.NotEqual(Outcome.Refused(First, Second), Outcome.Refused(Second, First));
        Assert.NotEqual(Outcome.Done, Outcome.Refused(First));
    }
}
