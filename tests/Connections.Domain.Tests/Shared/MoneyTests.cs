using Connections.Domain.Shared;

namespace Connections.Domain.Tests.Shared;

public class MoneyTests
{
    [Fact]
    public void Amounts_of_one_currency_are_added_taken_away_and_compared()
    {
        var (less, more) = (new Money(4_999_700, "GBP"), new Money(5_000_000, "GBP"));

        Assert.Equal(new Money(9_999_700, "GBP"), less + more);
        Assert.Equal(new Money(-300, "GBP"), less - more);
        Assert.True(less < more && more > less && less <= more && more >= less);
        Assert.Equal(less, less + Money.Zero("GBP"));
    }

    [Fact]
    public void Amounts_of_two_currencies_are_never_combined()
    {
        var (pounds, euros) = (new Money(100, "GBP"), new Money(100, "EUR"));

        Assert.NotEqual(pounds, euros);
        Assert.Throws<InvalidOperationException>(() => pounds + euros);
        Assert.Throws<InvalidOperationException>(() => pounds - euros);
        Assert.Throws<InvalidOperationException>(() => pounds < euros);
    }

    [Fact]
    public void An_amount_too_large_to_hold_is_an_error_and_not_another_amount()
    {
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue, "GBP") + new Money(1, "GBP"));
    }
}
