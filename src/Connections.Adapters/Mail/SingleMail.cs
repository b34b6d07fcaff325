namespace Connections.Adapters.Mail;

public static class SingleMail
{
    public static async Task<MailOutcome> SendAsync(this IMailSender sender, OutgoingMail mail, CancellationToken ct = default) =>
        (await sender.SendAsync([mail], ct))[0];
}
