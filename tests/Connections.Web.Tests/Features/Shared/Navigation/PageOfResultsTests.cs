using Connections.Web.Features.Shared.Navigation;
using Microsoft.AspNetCore.Http;

namespace Connections.Web.Tests.Features.Shared.Navigation;

public sealed class PageOfResultsTests
{
    [Theory]
    [InlineData(1, 240, new[] { 1, 2, 0, 24 })]
    [InlineData(4, 240, new[] { 1, 0, 3, 4, 5, 0, 24 })]
    [InlineData(24, 240, new[] { 1, 0, 23, 24 })]
    [InlineData(2, 30, new[] { 1, 2, 3 })]
    [InlineData(1, 0, new[] { 1 })]
    public void The_ends_and_the_neighbours_are_shown(int number, int total, int[] shown) =>
        Assert.Equal(shown, new PageOfResults(number, Size: 10, total).Numbers());

    [Theory]
    [InlineData(1, 25, 1, 10)]
    [InlineData(3, 25, 21, 25)]
    [InlineData(1, 0, 0, 0)]
    public void It_knows_which_results_it_shows(int number, int total, int first, int last)
    {
        var page = new PageOfResults(number, Size: 10, total);

        Assert.Equal((first, last), (page.First, page.Last));
    }

    [Fact]
    public void Another_page_keeps_the_filters()
    {
        var request = new DefaultHttpContext().Request;
        request.Path = "/directory";
        request.QueryString = new QueryString("?q=choir&kind=arts&kind=heritage&page=2");

        Assert.Equal("/directory?q=choir&kind=arts&kind=heritage&page=3", PageOfResults.Link(request, 3));
    }
}
