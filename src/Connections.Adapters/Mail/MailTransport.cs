namespace Connections.Adapters.Mail;

public enum MailTransport
{
    PickupFolder,
    Smtp,
}
