namespace Connections.Adapters.Mail.Smtp;

public enum SmtpSecurity
{
    /// <summary>STARTTLS, or nothing is sent (port 587 as a rule).</summary>
    StartTls,

    /// <summary>TLS from the first byte (port 465 as a rule).</summary>
    ImplicitTls,

    /// <summary>STARTTLS where the server offers it. Someone on the way can remove the offer; for a relay in the same network.</summary>
    StartTlsWhenOffered,

    /// <summary>No encryption; for a relay on the same machine.</summary>
    None,
}
