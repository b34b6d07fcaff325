using Connections.Domain.Calls;

namespace Connections.Web.Features.Grants;

/// <summary>Addresses of calls and applications.</summary>
public static class GrantsLinks
{
    public const string Calls = "/grants";
    public const string YourApplications = "/your-applications";

    public static string Call(string call) => $"/grants/{call}";

    public static string Apply(string call) => $"/grants/{call}/apply";

    public static string Begin(string call, string answers) => $"/grants/{call}/apply/begin{answers}";

    public static string Results(string call) => $"/grants/{call}/results";

    public static string ResultsCsv(string call) => $"/grants/{call}/results.csv";

    public static string ResultsJson(string call) => $"/grants/{call}/results.json";

    public static string Application(CallApplicationId id) => $"/your-applications/{id}";

    public static string Question(CallApplicationId id, string page) => $"/your-applications/{id}/questions/{page}";

    public static string Check(CallApplicationId id) => $"/your-applications/{id}/check";

    public static string Receipt(CallApplicationId id) => $"/your-applications/{id}/receipt";

    public static string Withdraw(CallApplicationId id) => $"/your-applications/{id}/withdraw";

    public static string File(CallApplicationId id, string field) => $"/your-applications/{id}/files/{field}";
}
