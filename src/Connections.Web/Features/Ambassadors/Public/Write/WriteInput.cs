using System.ComponentModel.DataAnnotations;

namespace Connections.Web.Features.Ambassadors.Public.Write;

/// <summary>What somebody writes to an ambassador.</summary>
public sealed class WriteInput
{
    [Required(ErrorMessage = "Error.NameMissing"), StringLength(120, ErrorMessage = "Error.NameTooLong")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Error.EmailMissing"), StringLength(320, ErrorMessage = "Error.EmailWrong"), EmailAddress(ErrorMessage = "Error.EmailWrong")]
    public string? Email { get; set; }

    [Required(ErrorMessage = "Error.MessageMissing"), StringLength(4000, ErrorMessage = "Error.MessageTooLong"), DataType(DataType.MultilineText)]
    public string? Message { get; set; }
}
