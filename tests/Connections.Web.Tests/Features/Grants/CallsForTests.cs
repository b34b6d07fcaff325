using Connections.Domain.Calls;
using Connections.Domain.Forms;
using Connections.Domain.Shared;
using Connections.Testing;

namespace Connections.Web.Tests.Features.Grants;

/// <summary>Calls with a short form of three pages, open from thirty days before the clock's noon to thirty days after it.</summary>
internal static class CallsForTests
{
    public static readonly DateTimeOffset Opens = FixedClock.Noon.AddDays(-30);

    public static readonly DateTimeOffset Closes = FixedClock.Noon.AddDays(30);

    private static int number;

    public static async Task<Call> AddOpenCallAsync(this ConnectionsHost host, CallStatus status = CallStatus.Open, Func<CallTerms, CallTerms>? change = null, FormDefinition? definition = null)
    {
        var mine = Interlocked.Increment(ref number);
        var programme = new Programme(ProgrammeId.New(), $"programme-{mine}", $"Programme {mine}", ProgrammeKind.Grant, "Small grants", 6, "Public task");
        var form = new FormVersion(FormVersionId.New(), $"form-{mine}", 1, definition ?? Form(), Opens);
        var terms = Terms($"Fund {mine}");
        var call = Call.Imported(
            CallId.New(), programme.Id, $"fund-{mine}", $"T{mine}", form.Id, change?.Invoke(terms) ?? terms, status,
            status is CallStatus.Draft or CallStatus.Announced ? null : Opens, status is CallStatus.Decided ? FixedClock.Noon : null);
        await host.AddAsync(programme, form, call, new ReferenceSeries(call.Id));
        return call;
    }

    public static FormField Field(string alias, string caption, FieldKind kind, params (string Key, string Value)[] settings) => new()
    {
        Alias = alias,
        Caption = caption,
        Required = kind is not FieldKind.FileUpload,
        RequiredErrorMessage = $"Answer “{caption}”",
        Type = new FormFieldType { Id = FieldKinds.IdOf(kind) },
        Settings = settings.ToDictionary(s => s.Key, s => s.Value),
    };

    private static CallTerms Terms(string name) => new()
    {
        Name = name,
        Summary = "Small grants for new projects.",
        WhatItFunds = "New projects.",
        WhoMayApply = "Anyone.",
        OpensAt = Opens,
        ClosesAt = Closes,
        DecisionsBy = new DateOnly(2027, 3, 1),
        Budget = new Money(1_000_000, "GBP"),
        GrantMinimum = new Money(200_000, "GBP"),
        GrantMaximum = new Money(500_000, "GBP"),
        GateQuestions = [new GateQuestion("new", "Is it new?", true, "Only new projects."), new GateQuestion("party", "Is it for a party?", false, "Not for parties.")],
        Rubric = new Rubric(
            new ScoreScale(1, 6), new ReasonLength(3, 50),
            [new Criterion("plan", "A plan that can be done", "Can this be done?", 100, [new Anchor(1, 3, "Weak", "Little of it holds"), new Anchor(4, 6, "Strong", "All of it holds")], ["summary"])],
            null),
    };

    private static FormDefinition Form() => new()
    {
        Key = "form",
        Pages =
        [
            Page("project", "Project",
                Field("title", "What is it called?", FieldKind.ShortAnswer, ("maxWords", "5")),
                Field("summary", "What will happen?", FieldKind.LongAnswer, ("maxWords", "10")),
                Field("country", "Where is it?", FieldKind.CountryList, ("max", "1")),
                Field("startDate", "When does it start?", FieldKind.Date)),
            Page("money", "Money",
                Field("budget", "What will it cost?", FieldKind.BudgetTable, ("categories", "venue,travel"), ("currency", "GBP")),
                Field("amountRequested", "How much do you ask for?", FieldKind.Money, ("currency", "GBP"))),
            Page("papers", "Papers", Field("attachment", "A letter", FieldKind.FileUpload, ("maxBytes", "2000"), ("types", "application/pdf"))),
        ],
    };

    public static FormPage Page(string key, string section, params FormField[] fields) => new()
    {
        Key = key,
        Section = section,
        Caption = section,
        Fieldsets = [new FormFieldset { Columns = [new FormColumn { Fields = fields }] }],
    };
}
