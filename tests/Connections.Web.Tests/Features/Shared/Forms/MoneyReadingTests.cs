using Connections.Domain.Shared;
using Connections.Web.Features.Shared.Forms;

namespace Connections.Web.Tests.Features.Shared.Forms;

public sealed class MoneyReadingTests
{
    private static readonly CurrencyNotation Pounds = CurrencyNotation.Of("GBP");

    [Theory]
    [InlineData("2000", 200_000)]
    [InlineData("2,000", 200_000)]
    [InlineData("£2,000.50", 200_050)]
    [InlineData("GBP 4 500", 450_000)]
    [InlineData("0.01", 1)]
    [InlineData("٢٠٠٠", 200_000)]
    [InlineData("999999999999", 99_999_999_999_900)]
    public void An_amount_is_read_as_people_type_it(string text, long pence) =>
        Assert.Equal(new MoneyReading(new Money(pence, "GBP"), null), MoneyReading.Of(text, Pounds));

    [Theory]
    [InlineData("lots", "Money.NotAnAmount")]
    [InlineData("-5", "Money.NotAnAmount")]
    [InlineData("2,00", "Money.NotAnAmount")]
    [InlineData("1.2.3", "Money.NotAnAmount")]
    [InlineData("1e3", "Money.NotAnAmount")]
    [InlineData("9999999999999", "Money.NotAnAmount")]
    [InlineData("2000.505", "Money.TooFine")]
    public void What_is_no_amount_is_refused_with_a_reason(string text, string problem) =>
        Assert.Equal(new MoneyReading(null, problem), MoneyReading.Of(text, Pounds));

    [Fact]
    public void Yen_have_no_smaller_unit()
    {
        var yen = CurrencyNotation.Of("JPY");

        Assert.Equal(new Money(2000, "JPY"), MoneyReading.Of("2,000", yen).Money);
        Assert.Equal("Money.TooFine", MoneyReading.Of("2000.5", yen).Problem);
    }

    [Theory]
    [InlineData(200_000, "2,000")]
    [InlineData(200_050, "2,000.50")]
    [InlineData(0, "0")]
    public void An_amount_is_written_so_that_it_can_be_read_again(long pence, string text)
    {
        Assert.Equal(text, MoneyReading.Write(new Money(pence, "GBP")));
        Assert.Equal(new Money(pence, "GBP"), MoneyReading.Of(text, Pounds).Money);
    }
}
