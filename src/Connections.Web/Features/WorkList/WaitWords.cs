using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.WorkList;

/// <summary>Says how long something has waited: in hours within a day, then in days.</summary>
public static class WaitWords
{
    public static string Length(IStringLocalizer<WorkListText> texts, TimeSpan length)
    {
        if (length < TimeSpan.FromHours(1))
        {
            return texts["Length.UnderAnHour"].Value;
        }

        var (unit, number) = length < TimeSpan.FromDays(1) ? ("Hour", (int)length.TotalHours) : ("Day", (int)length.TotalDays);
        return texts[$"Length.{unit}.{(number == 1 ? "One" : "Many")}", number].Value;
    }
}
