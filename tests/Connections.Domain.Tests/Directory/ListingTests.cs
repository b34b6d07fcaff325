using Connections.Domain.Directory;
using Connections.Domain.Shared;

namespace Connections.Domain.Tests.Directory;

public sealed class ListingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly ListingVocabulary Known = new(new HashSet<string> { "NZ" }, new HashSet<string> { "en", "gd" }, new HashSet<string> { "gaelic" });
    private static readonly ListingDeclaration Declared = new(MayList: true, ForeignStateLink.None, ForeignStateDetails: null);

    private static readonly ListingContent Whole = new()
    {
        Name = "Otago Gaelic Song Circle",
        Kind = OrganisationKind.Heritage,
        Country = "NZ",
        Place = "Dunedin",
        Meets = [MeetingWay.InPerson],
        Languages = ["en", "gd"],
        Texts = [new ListingText("en", "Weekly singing.", "We sing.")],
    };

    [Fact]
    public void A_whole_draft_can_be_submitted_and_published()
    {
        var listing = Draft(Whole);

        var submitted = listing.Submit(Declared, Known, Noon);
        var published = listing.Publish("otago-gaelic-song-circle", location: null, Noon.AddDays(1));

        Assert.Equal(Outcome.Done, submitted);
        Assert.Equal(Outcome.Done, published);
        Assert.Equal(ListingState.Published, listing.State);
        Assert.Equal(Noon.AddDays(1), listing.ConfirmedAt);
    }

    [Fact]
    public void A_draft_without_what_a_listing_must_say_is_refused_field_by_field()
    {
        var listing = Draft(new ListingContent { Name = "Choir" });

        var outcome = listing.Submit(Declared, Known, Noon);

        Assert.Equal(["Kind", "Country", "Place", "Meets", "Summary", "Languages"], outcome.Refusals.Select(r => r.Field));
        Assert.Equal(ListingState.Draft, listing.State);
    }

    [Fact]
    public void Nobody_submits_without_saying_that_they_may()
    {
        var listing = Draft(Whole);

        var outcome = listing.Submit(new ListingDeclaration(MayList: false, ForeignStateLink.Funded, " "), Known, Noon);

        Assert.Equal(Outcome.Refused(DirectoryRefusals.AuthorityMissing, DirectoryRefusals.ForeignStateDetailsMissing), outcome);
    }

    [Theory]
    [InlineData("https://user:secret@choir.example.org", "Website")]
    [InlineData("javascript:alert(1)", "Website")]
    [InlineData("https://localhost/", "Website")]
    public void An_address_that_is_no_public_site_is_refused(string website, string field)
    {
        var refusals = ListingRules.Check(Whole with { Website = website }, Known, 2026);

        Assert.Equal([field], refusals.Select(r => r.Field));
    }

    [Theory]
    [InlineData("Choir \ud800")]
    [InlineData("Choir \u202Etxet")]
    [InlineData("Choir \u0007")]
    public void A_name_that_is_not_text_is_refused(string name)
    {
        var refusals = ListingRules.Check(Whole with { Name = name }, Known, 2026);

        Assert.Equal([DirectoryRefusals.Malformed("Name")], refusals);
    }

    [Fact]
    public void A_returned_listing_keeps_the_reason_and_can_be_sent_again()
    {
        var listing = Draft(Whole);
        listing.Submit(Declared, Known, Noon);

        var returned = listing.Return(" Say where you meet. ");
        var again = listing.Submit(Declared, Known, Noon.AddDays(1));

        Assert.Equal(Outcome.Done, returned);
        Assert.Equal("Say where you meet.", listing.ReturnReason);
        Assert.Equal(Outcome.Done, again);
        Assert.Equal(ListingState.Submitted, listing.State);
    }

    [Fact]
    public void Returning_needs_a_reason()
    {
        var listing = Draft(Whole);
        listing.Submit(Declared, Known, Noon);

        Assert.Equal(Outcome.Refused(DirectoryRefusals.ReasonMissing), listing.Return("  "));
        Assert.Equal(ListingState.Submitted, listing.State);
    }

    [Fact]
    public void A_year_after_its_confirmation_a_listing_is_due_and_after_the_grace_time_dormant()
    {
        var listing = Published(Whole);

        Assert.False(listing.BecomeDue(Noon.AddYears(1).AddSeconds(-1)));
        Assert.True(listing.BecomeDue(Noon.AddYears(1)));
        Assert.True(listing.IsListed);
        Assert.False(listing.BecomeDormant(Noon.AddYears(1).AddDays(ConfirmationPeriod.GraceDays).AddSeconds(-1)));
        Assert.True(listing.BecomeDormant(Noon.AddYears(1).AddDays(ConfirmationPeriod.GraceDays)));
        Assert.False(listing.IsListed);
    }

    [Fact]
    public void Confirming_wakes_a_dormant_listing()
    {
        var listing = Published(Whole);
        listing.BecomeDue(Noon.AddYears(1));
        listing.BecomeDormant(Noon.AddYears(2));

        var outcome = listing.Confirm(Noon.AddYears(2));

        Assert.Equal(Outcome.Done, outcome);
        Assert.Equal(ListingState.Published, listing.State);
        Assert.Equal(Noon.AddYears(2), listing.ConfirmedAt);
    }

    [Fact]
    public void A_published_listing_cannot_be_written_directly()
    {
        var listing = Published(Whole);

        Assert.Equal(Outcome.Refused(DirectoryRefusals.NotADraft), listing.SaveDraft(Whole with { Name = "Other" }));
        Assert.Equal(Whole.Name, listing.Content.Name);
    }

    [Fact]
    public void Texts_are_tidied_before_they_are_kept()
    {
        var listing = Draft(Whole with { Name = "  Cafe\u0301 ", LocalName = " ", LocalNameLanguage = "gd", Languages = ["en", "en", ""] });

        Assert.Equal("Café", listing.Content.Name);
        Assert.Null(listing.Content.LocalName);
        Assert.Null(listing.Content.LocalNameLanguage);
        Assert.Equal(["en"], listing.Content.Languages);
    }

    [Fact]
    public void What_was_taken_out_becomes_a_draft_with_all_it_said_and_keeps_its_address()
    {
        var listing = Published(Whole);
        Assert.Equal(Outcome.Refused(DirectoryRefusals.NotWithdrawn), listing.ListAgain());
        listing.Withdraw(Noon);

        Assert.Equal(Outcome.Done, listing.ListAgain());

        Assert.Equal((ListingState.Draft, null), (listing.State, listing.WithdrawnAt));
        Assert.Equal(Whole.Name, listing.Content.Name);
        Assert.Equal(Outcome.Done, listing.Submit(Declared, Known, Noon));
        Assert.Equal(Outcome.Done, listing.Publish("another", location: null, Noon));
        Assert.Equal("slug", listing.Slug);
    }

    [Fact]
    public void A_listing_whose_people_are_gone_is_due_and_then_dormant()
    {
        var listing = Published(Whole);

        listing.LoseItsPeople(Noon);

        Assert.Equal(ListingState.DueForConfirmation, listing.State);
        Assert.False(listing.BecomeDormant(Noon.AddDays(ConfirmationPeriod.GraceDays - 1)));
        Assert.True(listing.BecomeDormant(Noon.AddDays(ConfirmationPeriod.GraceDays)));
    }

    [Fact]
    public void A_draft_whose_people_are_gone_stays_a_draft()
    {
        var listing = Draft(Whole);

        listing.LoseItsPeople(Noon);

        Assert.Equal(ListingState.Draft, listing.State);
    }

    private static Listing Draft(ListingContent content) => new(ListingId.New(), OrganisationId.New(), content, Noon);

    private static Listing Published(ListingContent content)
    {
        var listing = Draft(content);
        listing.Submit(Declared, Known, Noon);
        listing.Publish("slug", location: null, Noon);
        return listing;
    }
}
