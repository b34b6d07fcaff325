using Connections.Domain.Ambassadors;

namespace Connections.Domain.Tests.Ambassadors;

public class AmbassadorTests
{
    private static readonly AmbassadorProfile Profile =
        new("Ailsa Person", "Music", "Dunedin", "NZ", ["en", "mi"], ["NZ", "AU"], "I open doors.", "A life.", ["music"], "ailsa", "A person with a fiddle");

    [Theory]
    [InlineData(2025, 12, 31, false)]
    [InlineData(2026, 1, 1, true)]
    [InlineData(2026, 12, 31, true)]
    [InlineData(2027, 12, 31, true)]
    [InlineData(2028, 1, 1, false)]
    public void Messages_are_passed_on_in_the_year_of_appointment_and_the_one_after(int year, int month, int day, bool passedOn) =>
        Assert.Equal(passedOn, Made().CanBeWrittenTo(new DateOnly(year, month, day)));

    [Fact]
    public void Writing_a_profile_changes_what_is_read_and_not_where_messages_go()
    {
        var ambassador = Made();

        ambassador.Write(Profile with { Name = "Ailsa Someone", Territories = ["FJ"], Statement = "I open other doors." });

        Assert.Equal(("Ailsa Someone", "I open other doors."), (ambassador.Name, ambassador.Statement));
        Assert.Equal(["FJ"], ambassador.Territories);
        Assert.Equal((2026, "ailsa-person", "ailsa@example.org"), (ambassador.Year, ambassador.Slug, ambassador.RelayEmail));
    }

    private static Ambassador Made() => new(new AmbassadorId(Guid.CreateVersion7()), 2026, "ailsa-person", Profile, "ailsa@example.org", account: null);
}
