using Connections.Web.Features.Events.Partner.Edit;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Events;

/// <summary>Says how an event repeats in the words of the form; a rule that the form has no words for repeats "on several dates".</summary>
internal static class RepetitionWords
{
    public static string Of(string rule, IStringLocalizer<EventsText> texts)
    {
        var (choice, times) = Repetition.Read(rule);
        var words = texts[$"Repeats.{choice}"].Value;
        return times is { } count ? texts["Repeats.Times", words, count].Value : words;
    }
}
