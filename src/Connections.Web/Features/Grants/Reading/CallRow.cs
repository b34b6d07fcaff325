using Connections.Domain.Calls;

namespace Connections.Web.Features.Grants.Reading;

/// <summary>A call in a list.</summary>
public sealed record CallRow(string Slug, string Name, string Summary, CallStage Stage, DateTimeOffset OpensAt, DateTimeOffset ClosesAt, DateTimeOffset? ResultsPublishedAt, string Limits)
{
    public static CallRow Of(Call call, DateTimeOffset now) => new(
        call.Slug, call.Name, call.Terms.Summary, CallStages.Of(call, now), call.OpensAt, call.ClosesAt, call.ResultsPublishedAt,
        call.Terms is { GrantMinimum: { } least, GrantMaximum: { } most } ? $"{AmountWords.Of(least)} – {AmountWords.Of(most)}" : "");
}
