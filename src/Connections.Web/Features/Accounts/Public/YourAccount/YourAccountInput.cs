using System.ComponentModel.DataAnnotations;

namespace Connections.Web.Features.Accounts.Public.YourAccount;

public sealed class YourAccountInput
{
    [Required(ErrorMessage = "Error.NameMissing"), StringLength(120, ErrorMessage = "Error.NameTooLong")]
    public string? Name { get; set; }

    /// <summary>Asked for where the site offers more than one.</summary>
    [StringLength(35, ErrorMessage = "Error.LanguageMissing")]
    public string? Language { get; set; }

    [StringLength(60, ErrorMessage = "Error.TimeZoneWrong")]
    public string? TimeZone { get; set; }
}
