using Connections.Testing;
using Connections.Web.Security;
using Connections.Web.Verbs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.Web.Tests.Verbs;

public abstract class VerbTests(HostFixture fixture)
{
    private readonly ConnectionsHost host = fixture.Host;

    [Fact]
    public async Task The_first_administrator_is_granted_from_the_machine_and_the_record_holds()
    {
        var (granted, said) = await RunAsync((services, output) => PeopleVerb.GrantAsync(services, "first@example.org", [Roles.Administrator], "Sets up the site", output, CancellationToken.None));
        var (verified, record) = await RunAsync((services, output) => AuditVerb.VerifyAsync(services, output, CancellationToken.None));

        Assert.Equal(0, granted);
        Assert.Contains("first@example.org now has: Administrator", said, StringComparison.Ordinal);
        Assert.Equal(0, verified);
        Assert.Contains("every link checked", record, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody", Roles.Editor, "Why", "Give an e-mail address")]
    [InlineData("a@example.org", "Emperor", "Why", "There is no role Emperor")]
    [InlineData("a@example.org", Roles.Editor, " ", "Give an e-mail address")]
    public async Task A_grant_that_is_wrong_is_told_in_words(string email, string role, string reason, string words)
    {
        var (code, said) = await RunAsync((services, output) => PeopleVerb.GrantAsync(services, email, [role], reason, output, CancellationToken.None));

        Assert.Equal(2, code);
        Assert.StartsWith(words, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "audit", "verify")]
    [InlineData(true, "nonsense")]
    [InlineData(false, "--site", "bristol")]
    [InlineData(false, "--urls=http://localhost:1")]
    [InlineData(false)]
    public void A_verb_is_told_from_a_setting(bool isVerb, params string[] args) => Assert.Equal(isVerb, HostVerbs.Names(args));

    private async Task<(int Code, string Said)> RunAsync(Func<IServiceProvider, TextWriter, Task<int>> verb)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await using var output = new StringWriter();
        var code = await verb(scope.ServiceProvider, output);
        return (code, output.ToString());
    }
}

public sealed class VerbTestsOnSqlite(OnSqlite fixture) : VerbTests(fixture), IClassFixture<OnSqlite>;

public sealed class VerbTestsOnPostgreSql(OnPostgreSql fixture) : VerbTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>In classes of their own, because they break the record that others rely on.</summary>
public abstract class BrokenRecordTests(HostFixture fixture)
{
    [Fact]
    public async Task The_first_broken_link_is_named()
    {
        var host = fixture.Host;
        foreach (var i in Enumerable.Range(1, 3))
        {
            await using var scope = host.Services.CreateAsyncScope();
            await PeopleVerb.GrantAsync(scope.ServiceProvider, $"p{i}@example.org", [Roles.Editor], "Because", TextWriter.Null, CancellationToken.None);
        }

        await host.WithDataAsync(db => db.AuditEntries.Where(e => e.Sequence == 2).ExecuteUpdateAsync(set => set.SetProperty(e => e.Reason, "Another story")));

        await using var check = host.Services.CreateAsyncScope();
        await using var output = new StringWriter();
        var code = await AuditVerb.VerifyAsync(check.ServiceProvider, output, CancellationToken.None);

        Assert.Equal(1, code);
        Assert.Equal("The audit record is broken: entry 2 was changed after it was written. 1 entries before it hold.", output.ToString().Trim());
    }
}

public sealed class BrokenRecordTestsOnSqlite(OnSqlite fixture) : BrokenRecordTests(fixture), IClassFixture<OnSqlite>;

public sealed class BrokenRecordTestsOnPostgreSql(OnPostgreSql fixture) : BrokenRecordTests(fixture), IClassFixture<OnPostgreSql>;
