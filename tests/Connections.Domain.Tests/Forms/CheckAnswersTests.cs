using Connections.Domain.Forms;
using Connections.Domain.Shared;
using Connections.Domain.Tests.Calls;

namespace Connections.Domain.Tests.Forms;

public sealed class CheckAnswersTests
{
    private static readonly AnswerContext Context = new(code => code is "NZ" or "GB", Smallest: 200_000, Largest: 500_000);

    [Fact]
    public void A_missing_answer_is_told_in_the_forms_own_words()
    {
        var field = Field("summary", FieldKind.LongAnswer) with { Required = true, RequiredErrorMessage = "Say what will happen" };

        Assert.Equal(
            [("summary", "Answer.Missing.LongAnswer", "Say what will happen")],
            Errors(field, FormAnswer.Of("   ")).Select(e => (e.Field, e.Key, e.Words!)));
    }

    [Fact]
    public void Too_many_words_are_counted()
    {
        var field = Field("summary", FieldKind.LongAnswer, ("maxWords", "3"));

        var error = Assert.Single(Errors(field, FormAnswer.Of("one two three four five")));

        Assert.Equal("Answer.TooManyWords", error.Key);
        Assert.Equal([2, 5, 3], error.Arguments);
        Assert.Empty(Errors(field, FormAnswer.Of("one two three")));
    }

    [Theory]
    [InlineData("name@example.org", 0)]
    [InlineData("name at example", 1)]
    public void A_pattern_decides(string typed, int errors)
    {
        var field = Field("contactEmail", FieldKind.ShortAnswer) with { Pattern = @"^[^@\s]+@[^@\s]+\.[^@\s]+$" };

        Assert.Equal(errors, Errors(field, FormAnswer.Of(typed)).Count);
    }

    [Theory]
    [InlineData("4,800", "")]
    [InlineData("£ 2 000.00", "")]
    [InlineData("1999.99", "Answer.AmountTooSmall")]
    [InlineData("5000.01", "Answer.AmountTooLarge")]
    [InlineData("4.8", "Answer.NotAnAmount")]
    [InlineData("4,8", "Answer.NotAnAmount")]
    [InlineData("-3000", "Answer.NotAnAmount")]
    [InlineData("٣٠٠٠", "Answer.NotAnAmount")]
    [InlineData("999999999999999999", "Answer.NotAnAmount")]
    public void An_amount_is_read_as_people_type_it(string typed, string key)
    {
        var errors = Errors(Field("amountRequested", FieldKind.Money, ("currency", "GBP")), FormAnswer.Of(typed));

        Assert.Equal(key, string.Concat(errors.Select(e => e.Key)));
    }

    [Fact]
    public void What_is_asked_for_is_what_the_budget_asks_for()
    {
        var answers = Answers(
            ("budget", new FormAnswer { Budget = [new BudgetLine("venue", "Hall", "1,500", "90"), new BudgetLine("travel", "Bus", "700.50"), new BudgetLine("fees", "Teacher", "", "300")] }),
            ("amountRequested", FormAnswer.Of("2,500.50")));

        var error = Assert.Single(CheckAnswers.Page(Page(Field("amountRequested", FieldKind.Money, ("currency", "GBP"))), answers, Context));

        Assert.Equal("Answer.AmountNotTheBudgets", error.Key);
        Assert.Equal([new Money(220_050, "GBP")], error.Arguments);
    }

    [Fact]
    public void Each_part_of_a_budget_line_is_checked_and_empty_lines_are_passed_over()
    {
        var field = Field("budget", FieldKind.BudgetTable, ("categories", "venue,travel"));
        var lines = new FormAnswer { Budget = [new BudgetLine("venue", "", "10"), new BudgetLine("", " ", ""), new BudgetLine("gold", "Bars", "much"), new BudgetLine("travel", "Bus", "0", "some")] };

        Assert.Equal(
            [
                ("budget[0].description", "Answer.LineWithoutWords"), ("budget[2].category", "Answer.LineWithoutKind"),
                ("budget[2].amount", "Answer.LineNotAnAmount"), ("budget[3].amount", "Answer.LineWithoutAmount"), ("budget[3].other", "Answer.LineNotAnAmount"),
            ],
            Errors(field, lines).Select(e => (e.Field, e.Key)));
    }

    [Theory]
    [InlineData("2027-07-01", "")]
    [InlineData("2027-02-30", "Answer.NotADate")]
    [InlineData("soon", "Answer.NotADate")]
    [InlineData("2026-10-31", "Answer.DateTooEarly")]
    [InlineData("2028-03-02", "Answer.DateTooLate")]
    public void A_date_is_a_day_of_the_calendar_between_its_limits(string typed, string key)
    {
        var field = Field("startDate", FieldKind.Date, ("min", "2026-11-01"), ("max", "2028-03-01"));

        Assert.Equal(key, string.Concat(Errors(field, FormAnswer.Of(typed)).Select(e => e.Key)));
    }

    [Theory]
    [InlineData("startDate", "2027-06-30", "Answer.DateTooEarly", "2027-07-01")]
    [InlineData("startDate", "2027-07-01", "", "")]
    [InlineData("endDate", "2028-03-31", "", "")]
    [InlineData("endDate", "2028-04-01", "Answer.DateTooLate", "2028-03-31")]
    [InlineData("dateOfVisit", "2026-12-01", "", "")]
    public void A_project_takes_place_when_its_call_says_whatever_the_form_allows(string alias, string typed, string key, string limit)
    {
        var field = Field(alias, FieldKind.Date, ("min", "2026-11-01"), ("max", "2030-01-01"));
        var context = Context with { Earliest = new DateOnly(2027, 7, 1), Latest = new DateOnly(2028, 3, 31) };

        var errors = CheckAnswers.Page(Page(field), Answers((alias, FormAnswer.Of(typed))), context);

        Assert.Equal(key, string.Concat(errors.Select(e => e.Key)));
        Assert.Equal(limit, string.Concat(errors.Select(e => $"{e.Arguments[0]:yyyy-MM-dd}")));
    }

    [Fact]
    public void Money_is_for_what_begins_after_it_was_decided_on()
    {
        var terms = CallBuilder.Terms() with { DecisionsBy = new DateOnly(2027, 6, 18), ProjectStartsFrom = null };

        Assert.Equal(new DateOnly(2027, 6, 19), terms.EarliestStart);
        Assert.Equal(new DateOnly(2027, 7, 1), (terms with { ProjectStartsFrom = new DateOnly(2027, 7, 1) }).EarliestStart);
        Assert.Null((terms with { DecisionsBy = null }).EarliestStart);
    }

    [Fact]
    public void The_end_follows_the_start()
    {
        var answers = Answers(("startDate", FormAnswer.Of("2027-07-01")), ("endDate", FormAnswer.Of("2027-06-30")));

        Assert.Equal("Answer.EndsBeforeStart", Assert.Single(CheckAnswers.Page(Page(Field("endDate", FieldKind.Date)), answers, Context)).Key);
    }

    [Fact]
    public void Choices_and_countries_come_from_their_lists()
    {
        var choice = Field("sectors", FieldKind.MultipleChoice, ("min", "1"), ("max", "2")) with { PreValues = [new("study", "Study"), new("visit", "Visit"), new("work", "Work")] };
        var country = Field("countries", FieldKind.CountryList, ("max", "2"));

        Assert.Equal(["Answer.NotOnTheList"], Errors(choice, FormAnswer.Chosen("play")).Select(e => e.Key));
        Assert.Equal(["Answer.TooManyChosen"], Errors(choice, FormAnswer.Chosen("study", "visit", "work")).Select(e => e.Key));
        Assert.Equal(["Answer.NotOnTheList"], Errors(country, FormAnswer.Chosen("NZ", "XX")).Select(e => e.Key));
        Assert.Empty(Errors(country, FormAnswer.Chosen("NZ", "GB")));
    }

    [Fact]
    public void What_a_condition_hides_is_not_asked()
    {
        var detail = Field("otherFunding", FieldKind.LongAnswer) with
        {
            Required = true,
            Condition = new FormCondition { Rules = [new FormRule { FieldAlias = "hasOtherFunding", Operator = "Is", Value = "yes" }] },
        };

        Assert.Empty(CheckAnswers.Page(Page(detail), Answers(("hasOtherFunding", FormAnswer.Chosen("no"))), Context));
        Assert.Single(CheckAnswers.Page(Page(detail), Answers(("hasOtherFunding", FormAnswer.Chosen("yes"))), Context));
    }

    [Fact]
    public void A_box_must_be_ticked_where_it_is_required()
    {
        var box = Field("declaration", FieldKind.Checkbox) with { Required = true };

        Assert.Single(Errors(box, FormAnswer.Of("false")));
        Assert.Empty(Errors(box, FormAnswer.Of("true")));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("it’s a well-known   tune", 4)]
    [InlineData("one/two — three", 2)]
    [InlineData("شكراً جزيلاً لكم", 3)]
    [InlineData("안녕하세요 여러분", 2)]
    [InlineData("我们一起唱歌", 6)]
    public void Words_are_counted_in_any_script(string text, int words)
    {
        Assert.Equal(words, WordCount.Of(text));
    }

    private static IReadOnlyList<AnswerError> Errors(FormField field, FormAnswer answer) =>
        CheckAnswers.Page(Page(field), Answers((field.Alias, answer)), Context);

    private static FormAnswers Answers(params (string Alias, FormAnswer Answer)[] answers) =>
        new() { Fields = answers.ToDictionary(a => a.Alias, a => a.Answer) };

    private static FormField Field(string alias, FieldKind kind, params (string Key, string Value)[] settings) =>
        new() { Alias = alias, Type = new FormFieldType { Id = FieldKinds.IdOf(kind) }, Settings = settings.ToDictionary(s => s.Key, s => s.Value) };

    private static FormPage Page(FormField field) => new() { Fieldsets = [new FormFieldset { Columns = [new FormColumn { Fields = [field] }] }] };
}
