using Connections.Domain.Calls;
using Connections.Domain.Forms;
using Connections.Domain.Shared;

namespace Connections.Domain.Tests.Calls;

/// <summary>What stays of applicants and reviewers who are erased.</summary>
public sealed class ForgettingTests
{
    private const string Address = "ailsa@example.org";
    private static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_application_keeps_what_was_asked_for_and_loses_who_asked()
    {
        var application = Sent(("applicantName", "Ailsa Person"), ("contactEmail", Address), ("town", "Dunedin"), ("title", "Story days"), ("summary", $"Write to {Address.ToUpperInvariant()} or come."));

        application.ForgetApplicant(Address);

        Assert.Null(application.Applicant);
        Assert.Equal(["summary", "title"], application.Answers.Fields.Keys.Order());
        Assert.Equal("Write to […] or come.", application.Answers.Text("summary"));
        Assert.Equal(("Story days", Noon, "T-001"), (application.Title, application.SavedAt, application.Reference));
        Assert.Equal("Sgrìobh gu […].", application.Translated("summary", "gd"));
        Assert.Null(application.Translated("applicantName", "gd"));
    }

    [Fact]
    public void The_name_of_an_organisation_is_no_persons_and_stays()
    {
        var application = Sent(("organisationName", "Highland Friends"), ("applicantName", "Ailsa Person"));

        application.ForgetApplicant(Address);

        Assert.Equal(("Highland Friends", true), (application.Applicant, application.IsOrganisation));
    }

    [Fact]
    public void Files_go_and_are_named_so_that_their_content_can_be_removed()
    {
        var application = Sent(("title", "Story days"));
        application = Sent(new FormAnswers
        {
            Fields = new Dictionary<string, FormAnswer>(application.Answers.Fields)
            {
                ["letter"] = new() { Files = [new AttachedFile("applications/1/a", "letter.pdf", "application/pdf", 12)] },
                ["budget"] = new() { Budget = [new BudgetLine("venue", $"Hall of {Address}", "2000", "")] },
            },
        });

        var files = application.ForgetApplicant(Address);

        Assert.Equal(["applications/1/a"], files);
        Assert.True(application.Answers["letter"].IsEmpty);
        Assert.Equal("Hall of […]", Assert.Single(application.Answers["budget"].Budget!).Description);
    }

    [Fact]
    public void A_seat_keeps_its_number_and_loses_what_was_known_of_the_reviewer()
    {
        var seat = new PanelMember(PanelMemberId.New(), CallId.New(), AccountId.New(), 7, new PanelMemberFacts(1, 9, ["en", "gd"], ["gaelic"], ["music"], "Highland Friends"));

        seat.ForgetReviewer();

        Assert.Equal((7, null), (seat.Number, seat.Organisation));
        Assert.Equal((0, 0, 0), (seat.Languages.Count, seat.Communities.Count, seat.Themes.Count));
        Assert.False(seat.Reads("en"));
    }

    private static Application Sent(params (string Alias, string Text)[] answers) =>
        Sent(new FormAnswers { Fields = answers.ToDictionary(a => a.Alias, a => FormAnswer.Of(a.Text)) });

    private static Application Sent(FormAnswers answers)
    {
        var translations = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["gd"] = new Dictionary<string, string> { ["summary"] = $"Sgrìobh gu {Address}.", ["applicantName"] = "Ailsa" },
        };
        return Application.Imported(
            CallApplicationId.New(), CallId.New(), AccountId.New(), FormVersionId.New(), "en",
            new ImportedApplication("T-001", ApplicationStatus.Decided, answers, Noon.AddDays(-1), Noon, null, [], translations));
    }
}
