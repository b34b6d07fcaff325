namespace Connections.Web.Mail;

/// <summary>Names the text resource of the frame that every e-mail has.</summary>
public sealed class MailText;
