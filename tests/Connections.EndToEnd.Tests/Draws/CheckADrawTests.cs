using System.Text.Json.Nodes;
using Connections.EndToEnd.Tests.Browsing;
using Connections.Reviewing.Records;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Draws;

/// <summary>Anybody can check a published draw in a browser: a true record holds, one that was tampered with does not.</summary>
public sealed class CheckADrawTests(Scotland portal, Chromium chromium)
{
    private const string Randomness = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    [Fact]
    public async Task A_record_made_by_the_engine_holds()
    {
        var page = await OpenAsync(Record());

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "This draw is genuine." })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(5);
        Assert.Empty((await page.RunAxe()).Violations.Select(v => v.Id));
    }

    [Theory]
    [InlineData("selected")]
    [InlineData("reveal")]
    [InlineData("randomness")]
    [InlineData("commitment")]
    public async Task A_record_that_was_tampered_with_does_not(string part)
    {
        var record = Record();
        record[part] = part switch
        {
            "selected" => new JsonArray("SCF26-004", "SCF26-003"),
            "randomness" => "another number",
            _ => new string(record[part]!.GetValue<string>().Reverse().ToArray()),
        };
        if (part == "selected" && JsonNode.DeepEquals(record[part], Record()[part]))
        {
            record[part] = new JsonArray("SCF26-001", "SCF26-002");
        }

        var page = await OpenAsync(record);

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "This record is not a true draw." })).ToBeVisibleAsync();
    }

    private static JsonObject Record()
    {
        var input = new JsonObject
        {
            ["chain"] = 10,
            ["secret"] = "a secret that was kept until the day",
            ["link"] = 9,
            ["randomness"] = Randomness,
            ["entrants"] = new JsonArray("SCF26-001", "SCF26-002", "SCF26-003", "SCF26-004"),
            ["places"] = 2,
        };
        var drawn = JsonNode.Parse(ReviewVerbs.Run("draw", input.ToJsonString()).Output)!.AsObject();
        return new JsonObject
        {
            ["commitment"] = drawn["commitment"]!.DeepClone(),
            ["reveal"] = drawn["reveal"]!.DeepClone(),
            ["randomness"] = Randomness,
            ["entrants"] = input["entrants"]!.DeepClone(),
            ["places"] = 2,
            ["selected"] = drawn["selected"]!.DeepClone(),
        };
    }

    private async Task<IPage> OpenAsync(JsonObject record)
    {
        var page = await portal.OpenAsync(chromium);
        await page.GotoAsync("/verify-draw/index.html");
        await page.GetByLabel("The published record").FillAsync(record.ToJsonString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Check this draw" }).ClickAsync();
        return page;
    }
}
