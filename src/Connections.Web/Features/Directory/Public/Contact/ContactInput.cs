using System.ComponentModel.DataAnnotations;

namespace Connections.Web.Features.Directory.Public.Contact;

/// <summary>What a visitor writes to an organisation.</summary>
public sealed class ContactInput
{
    public const int MessageLength = 4000;

    [Required(ErrorMessage = "Error.YourNameMissing"), StringLength(120, ErrorMessage = "Error.YourNameTooLong")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Error.EmailMissing")]
    public string? Email { get; set; }

    [Required(ErrorMessage = "Error.MessageMissing"), StringLength(MessageLength, ErrorMessage = "Error.MessageTooLong"), DataType(DataType.MultilineText)]
    public string? Message { get; set; }
}
