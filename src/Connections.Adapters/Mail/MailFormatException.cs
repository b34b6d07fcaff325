namespace Connections.Adapters.Mail;

/// <summary>A value that may not be put into a mail: a bad address, or a line break where only one line may stand.</summary>
public sealed class MailFormatException(string message) : FormatException(message);
