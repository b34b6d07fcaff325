namespace Connections.Adapters.Mail.Smtp;

/// <summary>The connection cannot be used: not reached, not trusted, not signed in, or lost.</summary>
internal sealed class SmtpConnectionException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The reply that ended it, when there was one.</summary>
    public int? ReplyCode { get; init; }
}
