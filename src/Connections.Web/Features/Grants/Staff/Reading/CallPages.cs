using Connections.Web.Features.Shared.Navigation;

namespace Connections.Web.Features.Grants.Staff.Reading;

/// <summary>Lists of one call's applications, a hundred at a time: most calls have one page, none has a page too long to load.</summary>
public static class CallPages
{
    public const int Size = 100;

    public static PageOfResults Asked(HttpRequest request, int applications) => PageOfResults.Asked(request, Size, applications);
}
