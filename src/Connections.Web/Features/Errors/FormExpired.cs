namespace Connections.Web.Features.Errors;

/// <param name="Address">Where the form was going.</param>
/// <param name="Fields">Everything that was typed, to be sent again as it was.</param>
/// <param name="Texts">Those of them that are sentences, to be read or copied.</param>
/// <param name="SignInAt">Where the person signs in, or shows the second factor, before the form can be sent; null where neither is needed.</param>
/// <param name="HadFiles">Whether files came along, which have to be chosen again.</param>
public sealed record FormExpired(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, IReadOnlyList<string> Texts, bool HadFiles, string? SignInAt)
{
    /// <summary>Whether it came too soon after others and has to wait a little.</summary>
    public bool IsTooSoon { get; init; }

    public static FormExpired From(HttpRequest request, IFormCollection form, string? signInAt)
    {
        var fields = form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? "")).ToList();
        var texts = fields.Select(field => field.Value.Trim()).Where(value => value.Contains(' ', StringComparison.Ordinal) && value[0] is not ('{' or '[')).ToList();
        return new FormExpired(request.PathBase + request.Path + request.QueryString, fields, texts, form.Files.Count > 0, signInAt);
    }
}
