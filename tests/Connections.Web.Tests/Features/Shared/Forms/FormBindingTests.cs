using System.ComponentModel.DataAnnotations;
using System.Net.Http.Json;
using Connections.Domain.Shared;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Localization;
using Connections.Web.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connections.Web.Tests.Features.Shared.Forms;

/// <summary>What the framework makes of what people type, with the form controls registered.</summary>
public sealed class FormBindingTests : IAsyncLifetime
{
    private WebApplication app = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Testing" });
        builder.WebHost.UseTestServer();
        builder.Services.AddRouting();
        builder.Services.AddSingleton(Sample());
        builder.Services.AddLanguages();
        builder.Services.AddFormControls();
        builder.Services.AddControllers().AddApplicationPart(typeof(FormBindingTests).Assembly);
        app = builder.Build();
        app.UseLanguages();
        app.UseRouting();
        app.MapControllers();
        await app.StartAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Dates_and_amounts_are_read_as_typed()
    {
        var bound = await PostAsync(("StartsOn.Day", "14"), ("StartsOn.Month", "July"), ("StartsOn.Year", "2026"), ("Asked", "£2,000.50"), ("Name", "Aroha"));

        Assert.Equal("2026-07-14", bound.StartsOn);
        Assert.Equal(200_050, bound.AskedInPence);
        Assert.Empty(bound.Errors);
    }

    [Theory]
    [InlineData("31", "2", "2026", "The date must be a real date")]
    [InlineData("", "2", "2026", "The date must have a day")]
    public async Task A_date_that_is_none_is_one_error_on_the_date(string day, string month, string year, string message)
    {
        var bound = await PostAsync(("StartsOn.Day", day), ("StartsOn.Month", month), ("StartsOn.Year", year), ("Name", "Aroha"));

        Assert.Null(bound.StartsOn);
        Assert.Equal([$"StartsOn: {message}"], bound.Errors);
    }

    [Fact]
    public async Task An_empty_date_and_an_empty_amount_are_nothing()
    {
        var bound = await PostAsync(("StartsOn.Day", ""), ("StartsOn.Month", ""), ("StartsOn.Year", ""), ("Asked", " "), ("Name", "Aroha"));

        Assert.Null(bound.StartsOn);
        Assert.Null(bound.AskedInPence);
        Assert.Empty(bound.Errors);
    }

    [Theory]
    [InlineData("Name", "", "Name: Enter an answer")]
    [InlineData("Name", "far too long a name", "Name: Make this answer 10 characters or fewer")]
    [InlineData("Email", "nope", "Email: Enter an e-mail address in the right form, like name@example.org")]
    [InlineData("People", "many", "People: We could not read this answer. Check it and try again")]
    [InlineData("People", "99", "People: Enter a number from 1 to 20")]
    [InlineData("Asked", "lots", "Asked: Enter an amount in figures, like 2,000 or 2,000.50")]
    public async Task What_does_not_validate_is_said_in_plain_words(string field, string typed, string error)
    {
        var bound = await PostAsync(field == "Name" ? [(field, typed)] : [("Name", "Aroha"), (field, typed)]);

        Assert.Equal([error], bound.Errors);
    }

    [Fact]
    public async Task The_words_follow_the_language_of_the_request()
    {
        var bound = await PostAsync("?culture=en-XA", ("Name", ""));

        Assert.StartsWith("Name: [", Assert.Single(bound.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_chosen_in_the_address_is_kept_in_a_cookie_and_an_unknown_one_is_not()
    {
        var chosen = await app.GetTestClient().PostAsync("/test-binding?culture=ar", new FormUrlEncodedContent([]));
        var unknown = await app.GetTestClient().PostAsync("/test-binding?culture=xx-evil", new FormUrlEncodedContent([]));

        Assert.Contains("c%3Dar%7Cuic%3Dar", Assert.Single(chosen.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.Equal("ar", Assert.Single(chosen.Content.Headers.ContentLanguage));
        Assert.False(unknown.Headers.Contains("Set-Cookie"));
        Assert.Equal("en-GB", Assert.Single(unknown.Content.Headers.ContentLanguage));
    }

    private Task<Bound> PostAsync(params (string Name, string Value)[] fields) => PostAsync("", fields);

    private async Task<Bound> PostAsync(string query, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        var response = await app.GetTestClient().PostAsync("/test-binding" + query, form);
        return (await response.Content.ReadFromJsonAsync<Bound>())!;
    }

    private static Site Sample() => new()
    {
        Key = "scotland", Name = "Scotland Connections", Place = "Scotland", Word = "Connections", Theme = "scotland", TimeZone = "Europe/London", ZoneName = "Edinburgh",
        Home = new SiteHome("Edinburgh", "GB", 55.9533, -3.1883), Currency = "GBP", DefaultLanguage = "en", Hero = new SiteHero(), ContactEmail = "hello@example.org",
        MailFrom = new SiteMailbox("Scotland Connections", "post@example.org"), ReferencePrefix = "SCF",
    };
}

public sealed record Bound(string? StartsOn, long? AskedInPence, IReadOnlyList<string> Errors);

public sealed class BoundInput
{
    [Required, StringLength(10)]
    public string? Name { get; set; }

    [EmailAddress]
    public string? Email { get; set; }

    [Range(1, 20)]
    public int? People { get; set; }

    public DateOnly? StartsOn { get; set; }

    public Money? Asked { get; set; }
}

[Route("test-binding")]
public sealed class BoundInputController : Controller
{
    [HttpPost]
    public Bound Post([FromForm] BoundInput input) => new(
        input.StartsOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        input.Asked?.MinorUnits,
        [.. ModelState.SelectMany(entry => entry.Value!.Errors, (entry, error) => $"{entry.Key}: {error.ErrorMessage}")]);
}
