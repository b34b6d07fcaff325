using System.ComponentModel.DataAnnotations;

namespace Connections.Web.Features.Accounts.Staff.Person;

public sealed class PersonInput
{
    public List<string> Roles { get; set; } = [];

    [Required(ErrorMessage = "Error.ReasonMissing"), StringLength(500, ErrorMessage = "Error.ReasonTooLong"), DataType(DataType.MultilineText)]
    public string? Reason { get; set; }
}
