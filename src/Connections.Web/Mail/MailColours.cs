using System.Text.Json;
using System.Text.RegularExpressions;
using Connections.Web.Sites;

namespace Connections.Web.Mail;

/// <summary>The colour that the place's theme gives to the band of an e-mail, its links and its buttons.</summary>
internal sealed partial class MailColours
{
    public MailColours(Site site, SitePack pack)
    {
        var file = Path.Combine(pack.Root, "themes", site.Theme, "theme.json");
        if (File.Exists(file))
        {
            using var theme = JsonDocument.Parse(File.ReadAllText(file));
            if (theme.RootElement.TryGetProperty("colourScheme", out var value) && value.GetString() is { } colour && SixDigits().IsMatch(colour))
            {
                Band = colour;
            }
        }
    }

    public string Band { get; } = "#23233b";

    [GeneratedRegex("^#[0-9a-fA-F]{6}$", RegexOptions.None, 1000)]
    private static partial Regex SixDigits();
}
