namespace Connections.Web.Security.Input.Once;

/// <summary>On a page that passes words on or makes something new. A browser that goes back draws such a page anew, with another
/// number and the words still typed; so here the same words from the same browser within half an hour are the same form.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesSameWordsOnceAttribute : Attribute
{
    public static readonly TimeSpan For = TimeSpan.FromMinutes(30);
}
