namespace Connections.Web.Features.Directory.Public.Register;

public sealed class RegisterInput
{
    /// <summary>Name of the organisation.</summary>
    public string? Name { get; set; }

    public string? Email { get; set; }
}
