using Connections.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Directory;

public sealed class ListingPage(IPage page) : PortalPage(page);
