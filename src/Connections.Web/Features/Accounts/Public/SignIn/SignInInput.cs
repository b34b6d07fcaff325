using System.ComponentModel.DataAnnotations;

namespace Connections.Web.Features.Accounts.Public.SignIn;

public sealed class SignInInput
{
    [Required(ErrorMessage = "Error.EmailMissing"), StringLength(320, ErrorMessage = "Error.EmailWrong"), EmailAddress(ErrorMessage = "Error.EmailWrong")]
    public string? Email { get; set; }
}
