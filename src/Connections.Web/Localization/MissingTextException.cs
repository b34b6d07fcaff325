namespace Connections.Web.Localization;

/// <summary>A page asked for a text that no resource holds.</summary>
public sealed class MissingTextException(string key, string source)
    : InvalidOperationException($"There is no text \"{key}\" in {source}.")
{
    public string Key { get; } = key;
}
