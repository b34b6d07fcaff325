namespace Connections.Web.Verbs;

/// <summary>What the program does when it is started with a verb instead of serving pages: <c>connections audit verify</c>.</summary>
internal static class HostVerbs
{
    private const int WrongUse = 2;

    /// <summary>Settings begin with a dash; anything else in front is a verb.</summary>
    public static bool Names(string[] args) => args is [{ Length: > 0 } first, ..] && first[0] is not ('-' or '/') && !first.Contains('=', StringComparison.Ordinal);

    /// <returns>The exit code.</returns>
    public static async Task<int> RunVerbAsync(this WebApplication app, string[] args)
    {
        await using var scope = app.Services.CreateAsyncScope();
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        return args switch
        {
            ["audit", "verify", ..] => await AuditVerb.VerifyAsync(scope.ServiceProvider, Console.Out, stop.Token),
            ["seed", ..] => await SeedVerb.ImportAsync(scope.ServiceProvider, Option(args, "--pack"), Console.Out, stop.Token),
            ["people", "grant", var email, .. var roles] => await PeopleVerb.GrantAsync(scope.ServiceProvider, email, [.. roles.TakeWhile(r => !r.StartsWith('-'))], Option(args, "--reason"), Console.Out, stop.Token),
            _ => Explain(Console.Error),
        };
    }

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    private static int Explain(TextWriter errors)
    {
        errors.WriteLine("""
            connections                                     serves the site
            connections audit verify                        checks every link of the audit record; 1 if one is broken
            connections seed [--pack NAME]                  imports a site pack into an empty site
            connections people grant EMAIL ROLE... --reason "WHY"
                                                            gives a person exactly these roles; makes the account if need be
            connections review VERB --input FILE|- [--output FILE|-]
                                                            fair review on a JSON document: assign, rank, agreement, equity, draw, verify-draw
            """);
        return WrongUse;
    }
}
