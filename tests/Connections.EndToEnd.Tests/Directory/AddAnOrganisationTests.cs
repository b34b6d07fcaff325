using Connections.Domain.Directory;
using Connections.EndToEnd.Tests.Browsing;
using Connections.Testing;
using Connections.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Directory;

public abstract class AddAnOrganisationTests(Portal portal, Chromium chromium)
{
    [Fact]
    public async Task An_organisation_lists_itself_and_staff_return_publish_and_compare()
    {
        const string name = "Porto Harbour Fiddles";
        const string email = "fiddles@example.org";
        var own = await OwnListingPages.RegisterAsync(await portal.OpenAsync(chromium), name, email);
        await own.ConfirmAsync((await portal.Host.MailAsync(email))[^1].Link("/sign-in/link/"));
        await own.WriteAsync(portal.Words.Kind, "We play at the harbour each Friday.");
        await own.SendAsync();

        var staff = await portal.OpenAsync(chromium, portal.PersonWith(Roles.Editor));
        await (await ReadListingAsStaffPage.OpenFromWaitingAsync(staff, name)).ReturnAsync("Please say whether beginners may come.");
        await own.ReloadAsync();
        await own.ShowsTextAsync("Please say whether beginners may come.");

        await own.ChangeSummaryAsync("We play at the harbour each Friday. Beginners are welcome.", isPublished: false);
        await (await ReadListingAsStaffPage.OpenFromWaitingAsync(staff, name)).PublishAsync();
        await portal.Host.WithDataAsync(db => db.Listings.SingleAsync(l => l.State == ListingState.Published && l.Slug == "porto-harbour-fiddles"));

        await own.ReloadAsync();
        await own.ChangeSummaryAsync("We play at the harbour each Saturday. Beginners are welcome.", isPublished: true);
        var change = await ReadListingAsStaffPage.OpenFromWaitingAsync(staff, name);
        await Assertions.Expect(change.Main.Locator("del")).ToContainTextAsync(["Friday"]);
        await Assertions.Expect(change.Main.Locator("ins")).ToContainTextAsync(["Saturday"]);
        await change.PublishTickedAsync();

        var reader = await portal.OpenAsync(chromium, javaScript: false);
        await reader.GotoAsync("/directory/porto-harbour-fiddles");
        await Assertions.Expect(reader.GetByRole(AriaRole.Main)).ToContainTextAsync("each Saturday");
    }
}

public sealed class AddAnOrganisationInScotland(Scotland portal, Chromium chromium) : AddAnOrganisationTests(portal, chromium);

public sealed class AddAnOrganisationInBristol(Bristol portal, Chromium chromium) : AddAnOrganisationTests(portal, chromium);
