using System.ComponentModel.DataAnnotations;

namespace Connections.Web.Features.Newsletters.Public.Subscribe;

public sealed class SubscribeInput : ChoicesInput
{
    [Required(ErrorMessage = "Error.EmailMissing"), StringLength(254, ErrorMessage = "Error.EmailWrong"), EmailAddress(ErrorMessage = "Error.EmailWrong")]
    public string? Email { get; set; }

    [Range(typeof(bool), "true", "true", ErrorMessage = "Error.ConsentMissing")]
    public bool Agrees { get; set; }
}
