using Connections.Domain.Forms;
using Connections.Domain.Shared;
using Connections.Web.Features.Shared.Times;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Grants.Reading;

/// <summary>Says what is wrong with an answer: in the form's own words where it has some, otherwise in the site's.</summary>
public static class AnswerErrorWords
{
    public static string Of(AnswerError error, IStringLocalizer texts) =>
        error.Words ?? texts[error is { Key: "Answer.TooManyWords", Arguments: [1, ..] } ? "Answer.OneWordTooMany" : error.Key, [.. error.Arguments.Select(Word)]];

    private static object Word(object argument) => argument switch
    {
        Money money => AmountWords.Of(money),
        DateOnly date => TimeWords.Date(date),
        _ => argument,
    };
}
