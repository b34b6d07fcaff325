using System.ComponentModel.DataAnnotations;

namespace Connections.Adapters.Mail.Smtp;

/// <summary>The relay that takes our mail. Section <c>Mail:Smtp</c>.</summary>
/// <remarks>A class and not a record, so that no log line can print the password with it.</remarks>
public sealed class SmtpOptions : IValidatableObject
{
    public const string Section = "Mail:Smtp";

    [Required]
    public string Host { get; set; } = "localhost";

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    [EnumDataType(typeof(SmtpSecurity))]
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    public string? UserName { get; set; }

    public string? Password { get; set; }

    /// <summary>Lets the password travel unencrypted. Only ever right on a network that is trusted with it.</summary>
    public bool AllowPlaintextAuthentication { get; set; }

    /// <summary>SHA-256 of the server's certificate in hex: accepts that one (self-signed, say) and no other.</summary>
    [RegularExpression("^[0-9A-Fa-f]{64}$")]
    public string? CertificateSha256 { get; set; }

    /// <summary>The name given in EHLO; the address of our end of the connection when absent.</summary>
    [RegularExpression(@"^[A-Za-z0-9.\-\[\]:]{1,255}$")]
    public string? ClientName { get; set; }

    [Range(1, 64)]
    public int MaxConnections { get; set; } = 4;

    [Range(1, 100_000)]
    public int MailsPerConnection { get; set; } = 500;

    [Range(1, 600)]
    public int IdleSeconds { get; set; } = 30;

    [Range(1, 600)]
    public int ConnectSeconds { get; set; } = 15;

    [Range(1, 600)]
    public int ReplySeconds { get; set; } = 60;

    /// <summary>For the last reply, given once the server has stored the mail; RFC 5321 asks for patience here.</summary>
    [Range(1, 1200)]
    public int AcceptSeconds { get; set; } = 120;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(UserName) != string.IsNullOrEmpty(Password))
        {
            yield return new($"{Section}: UserName and Password belong together; one of them is missing.", [nameof(UserName)]);
        }

        if (!string.IsNullOrEmpty(UserName) && Security is SmtpSecurity.None && !AllowPlaintextAuthentication)
        {
            yield return new(
                $"{Section}: the password would travel unencrypted. Set Security, or AllowPlaintextAuthentication if that is meant.",
                [nameof(Security)]);
        }
    }
}
