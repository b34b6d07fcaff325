using Connections.Domain.Directory;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.Directory.Emails;
using Connections.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.Features.Directory;

/// <summary>What becomes of a visitor's suggestion.</summary>
public abstract class SuggestionTests(HostFixture fixture)
{
    private ConnectionsHost Host => fixture.Host;

    [Fact]
    public async Task One_that_is_accepted_goes_to_the_organisation_without_its_writers_address()
    {
        var person = await Host.PersonAsync();
        var listing = await Host.PublishedListingAsync(DirectoryExamples.Content("Moved House"), person);
        var message = await SuggestAsync(listing, "The hall has moved.", "walker@example.org");
        using var editor = await Host.SignedInAsync(Roles.Editor);

        var page = await editor.GetAsync($"/staff/directory/messages/{message}");
        Assert.Contains("the words go by e-mail to the people of the organisation (1)", page.Text, StringComparison.Ordinal);
        page = await page.Form("Pass it on to the organisation").SubmitAsync();

        Assert.Equal("Passed on to the organisation: Moved House", page.Texts("[role=status]").Single());
        var address = await Host.WithDataAsync(db => db.Users.Where(u => u.Id == person.Value).Select(u => u.Email!).SingleAsync());
        var mail = await Host.OnlyMailAsync<SuggestionEmail>(address);
        Assert.Contains("The hall has moved.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("walker@example.org", mail.Text + mail.Html + mail.ReplyTo, StringComparison.Ordinal);
        Assert.NotNull(mail.Link($"/your-organisation/{listing.Id}"));
        var answer = await Host.OnlyMailAsync<MessageAnsweredEmail>("walker@example.org");
        Assert.Contains("We have passed your words on to the organisation.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_represents_it_staff_are_told_before_they_answer()
    {
        var listing = await Host.PublishedListingAsync(DirectoryExamples.Content("Empty Chairs"));
        var message = await SuggestAsync(listing, "The website is gone.", "reader@example.org");
        using var editor = await Host.SignedInAsync(Roles.Editor);

        var page = await editor.GetAsync($"/staff/directory/messages/{message}");
        Assert.Contains("Nobody represents this organisation and it has no address here, so the words cannot be passed on.", page.Texts(".notice"));
        page = await page.Form("Thank them: it is dealt with").SubmitAsync();

        Assert.Equal("Dealt with: Empty Chairs", page.Texts("[role=status]").Single());
        Assert.Contains("We have dealt with it.", (await Host.OnlyMailAsync<MessageAnsweredEmail>("reader@example.org")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_refused_goes_nowhere()
    {
        var person = await Host.PersonAsync();
        var listing = await Host.PublishedListingAsync(DirectoryExamples.Content("As It Was"), person);
        var message = await SuggestAsync(listing, "Change everything.", email: null);
        using var editor = await Host.SignedInAsync(Roles.Editor);

        await (await editor.GetAsync($"/staff/directory/messages/{message}")).Form("Leave the listing as it is").Set("Input.Reason", "It is right.").SubmitAsync();
        var read = await editor.GetAsync($"/staff/directory/messages/{message}");

        var address = await Host.WithDataAsync(db => db.Users.Where(u => u.Id == person.Value).Select(u => u.Email!).SingleAsync());
        Assert.Empty(await Host.MailAsync(address));
        Assert.Equal(["Change everything.", "It is right."], read.Texts("blockquote p"));
    }

    [Fact]
    public async Task Of_two_who_answer_the_second_is_told_that_it_has_been_answered()
    {
        var listing = await Host.PublishedListingAsync(DirectoryExamples.Content("Answered Twice"));
        var message = await SuggestAsync(listing, "A comma is missing.", email: null);
        using var editor = await Host.SignedInAsync(Roles.Editor);
        var first = (await editor.GetAsync($"/staff/directory/messages/{message}")).Form("Thank them: it is dealt with");
        var second = (await editor.GetAsync($"/staff/directory/messages/{message}")).Form("Thank them: it is dealt with");
        await first.SubmitAsync();

        var page = await second.SubmitAsync();

        Assert.Equal(["This has already been answered."], page.Texts(".error-summary li"));
        Assert.Contains("It was answered with yes.", page.Text, StringComparison.Ordinal);
    }

    private async Task<ListingMessageId> SuggestAsync(Listing listing, string words, string? email)
    {
        var message = ListingMessage.Suggestion(listing.Id, words, email, Host.Clock.GetUtcNow());
        await Host.AddAsync(message);
        return message.Id;
    }
}

public sealed class SuggestionTestsOnSqlite(OnSqlite fixture) : SuggestionTests(fixture), IClassFixture<OnSqlite>;

public sealed class SuggestionTestsOnPostgreSql(OnPostgreSql fixture) : SuggestionTests(fixture), IClassFixture<OnPostgreSql>;
