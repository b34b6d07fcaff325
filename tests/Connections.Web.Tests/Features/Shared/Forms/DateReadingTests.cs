using System.Globalization;
using Connections.Web.Features.Shared.Forms;

namespace Connections.Web.Tests.Features.Shared.Forms;

public sealed class DateReadingTests
{
    public DateReadingTests() => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");

    [Theory]
    [InlineData("14", "7", "2026")]
    [InlineData(" 14 ", "07", "2026")]
    [InlineData("14", "July", "2026")]
    [InlineData("14", "jul", "2026")]
    [InlineData("١٤", "٧", "٢٠٢٦")]
    public void A_date_is_read_from_its_parts(string day, string month, string year)
    {
        var reading = DateReading.Of(day, month, year);

        Assert.Equal(new DateOnly(2026, 7, 14), reading.Date);
        Assert.Null(reading.Problem);
    }

    [Theory]
    [InlineData("", " ", null)]
    public void Nothing_typed_is_no_date_and_no_problem(string? day, string? month, string? year) =>
        Assert.Equal(new { Date = (DateOnly?)null, Problem = (string?)null }, new { DateReading.Of(day, month, year).Date, DateReading.Of(day, month, year).Problem });

    [Theory]
    [InlineData("14", "", "2026", "Date.Missing.Month", DatePart.Month)]
    [InlineData("14", "", "", "Date.Missing.MonthYear", DatePart.Month)]
    [InlineData("32", "1", "2026", "Date.WrongDay", DatePart.Day)]
    [InlineData("-1", "1", "2026", "Date.WrongDay", DatePart.Day)]
    [InlineData("1", "13", "2026", "Date.WrongMonth", DatePart.Month)]
    [InlineData("1", "Juli", "2026", "Date.WrongMonth", DatePart.Month)]
    [InlineData("1", "1", "26", "Date.WrongYear", DatePart.Year)]
    [InlineData("1", "1", "20260", "Date.WrongYear", DatePart.Year)]
    [InlineData("29", "2", "2026", "Date.NotReal", DatePart.Day)]
    [InlineData("31", "4", "2026", "Date.NotReal", DatePart.Day)]
    public void What_is_wrong_is_named_with_the_part_to_correct(string day, string month, string year, string problem, DatePart first)
    {
        var reading = DateReading.Of(day, month, year);

        Assert.Null(reading.Date);
        Assert.Equal(problem, reading.Problem);
        Assert.Equal(first, reading.Wrong[0]);
    }

    [Fact]
    public void Every_problem_has_its_words()
    {
        var words = File.ReadAllText(Path.Combine(Connections.Testing.SourceTree.Root, "src/Connections.Web/Features/Shared/SharedText.resx"));
        string?[] tries = ["", "1", "x"];
        var problems = from d in tries from m in tries from y in tries select DateReading.Of(d, m, y).Problem;

        Assert.All(problems.OfType<string>().Distinct(), problem => Assert.Contains($"name=\"{problem}\"", words, StringComparison.Ordinal));
    }
}
