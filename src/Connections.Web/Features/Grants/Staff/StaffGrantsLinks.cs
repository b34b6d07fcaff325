namespace Connections.Web.Features.Grants.Staff;

/// <summary>Addresses of the staff side of calls.</summary>
public static class StaffGrantsLinks
{
    public const string Calls = "/staff/grants";
    public const string Piles = "/staff/reviews";

    public static string Call(string call) => $"/staff/grants/{call}";

    public static string Close(string call) => $"/staff/grants/{call}/close";

    public static string Assign(string call) => $"/staff/grants/{call}/assign";

    public static string Plan(string call) => $"/staff/grants/{call}/assign?plan=true";

    public static string Remind(string call) => $"/staff/grants/{call}/remind";

    public static string EndReviewing(string call) => $"/staff/grants/{call}/end-reviewing";

    public static string Consistency(string call) => $"/staff/grants/{call}/consistency";

    public static string Ranking(string call) => $"/staff/grants/{call}/ranking";

    public static string DownloadRanking(string call) => $"/staff/grants/{call}/ranking/download";

    public static string Decisions(string call) => $"/staff/grants/{call}/decisions";

    public static string CheckDecisions(string call) => $"/staff/grants/{call}/decisions/check";

    public static string Decide(string call, string reference) => $"/staff/grants/{call}/decisions/{reference}";

    public static string Publish(string call) => $"/staff/grants/{call}/publish";

    public static string Letter(string call, string reference) => $"/staff/grants/{call}/publish/{reference}";

    public static string Pile(string call) => $"/staff/grants/{call}/reviews";

    public static string Review(string call, string reference) => $"/staff/grants/{call}/reviews/{reference}";
}
