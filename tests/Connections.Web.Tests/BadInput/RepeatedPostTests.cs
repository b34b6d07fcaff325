using Connections.Testing;

namespace Connections.Web.Tests.BadInput;

/// <summary>Fills every form of the site rightly and sends it twice.</summary>
public abstract class RepeatedPostTests(HostFixture fixture, FormsOfTheSite forms)
{
    [Fact]
    public async Task What_is_sent_twice_is_done_once()
    {
        var lines = new List<string>();
        foreach (var form in await forms.OfAsync(fixture))
        {
            if (await form.OpenAsync(form.Where.Visitor) is not { } raw)
            {
                lines.Add($"GONE {form}");
                continue;
            }

            ValidFilling.Fill(raw, form.ActionRoute);
            var before = await RowCounts.OfAsync(fixture.Host);
            var first = await form.Where.Visitor.SendAsync(raw.Action, raw.Content());
            var page = await form.Where.Visitor.FollowAsync(first);
            var between = await RowCounts.OfAsync(fixture.Host);
            var second = await form.Where.Visitor.SendAsync(raw.Action, raw.Content());
            var page2 = await form.Where.Visitor.FollowAsync(second);
            var after = await RowCounts.OfAsync(fixture.Host);
            var errors = string.Join(" / ", page.Document.QuerySelectorAll(".error-summary li, [role=alert]").Select(e => e.TextContent.Trim()));
            lines.Add($"{form.ActionRoute} {form}\n   first {(int)first.StatusCode} {page.Path} {(int)page.Status} [{errors}] stored {RowCounts.Difference(before, between)}\n   second {(int)second.StatusCode} {page2.Path} {(int)page2.Status} stored {RowCounts.Difference(between, after)}");
        }

        Faults.AssertNone(lines);
    }
}

public sealed class RepeatedPostTestsOnSqlite(DemonstrationOnSqlite fixture, FormsOfTheSite forms)
    : RepeatedPostTests(fixture, forms), IClassFixture<DemonstrationOnSqlite>, IClassFixture<FormsOfTheSite>;
