using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Connections.Web.Features.Shared.Frame;

public static class PageHeadViewData
{
    private const string Key = nameof(PageHead);

    public static void SetHead(this ViewDataDictionary viewData, PageHead head) => viewData[Key] = head;

    public static PageHead GetHead(this ViewDataDictionary viewData) =>
        viewData[Key] as PageHead ?? throw new InvalidOperationException("The page has not set its head: call ViewData.SetHead(new PageHead(…)) at its top.");
}
