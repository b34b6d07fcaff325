using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Connections.Web.Security.Input.Once;

/// <summary>What a page that took a form tells the next one ("Saved"): kept with the form, so that whoever sent it twice is told as well.</summary>
internal static class Notices
{
    /// <returns>Null where the page tells nothing.</returns>
    public static string? Of(object page)
    {
        var told = Told(page.GetType())
            .Select(property => (property.Name, Value: property.GetValue(page)))
            .Where(notice => notice.Value is not (null or false))
            .ToDictionary(notice => notice.Name, notice => notice.Value);
        return told.Count == 0 ? null : JsonSerializer.Serialize(told);
    }

    /// <summary>Has the page tell the next one the same again.</summary>
    public static void Repeat(object page, string? notices)
    {
        if (page is not PageModel model || notices is null)
        {
            return;
        }

        var told = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(notices)!;
        foreach (var property in Told(page.GetType()))
        {
            if (told.TryGetValue(property.Name, out var value))
            {
                model.TempData[property.Name] = value.Deserialize(property.PropertyType);
            }
        }
    }

    private static IEnumerable<PropertyInfo> Told(Type page) => page.GetProperties().Where(property => property.IsDefined(typeof(TempDataAttribute)));
}
