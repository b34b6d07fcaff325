using Connections.Adapters.Mail;
using Connections.Adapters.Mail.Mime;

namespace Connections.Adapters.Tests.Mail;

public sealed class PickupFolderMailSenderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pickup-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Each_mail_becomes_one_file_with_its_exact_bytes()
    {
        var mails = new[] { Mails.To("a@example.net"), Mails.To("b@example.net") };
        var sender = new PickupFolderMailSender(Path.Combine(folder, "new", "mail"));

        var outcomes = await sender.SendAsync(mails);

        Assert.Equal([MailOutcome.Sent, MailOutcome.Sent], outcomes);
        var files = Directory.GetFiles(Path.Combine(folder, "new", "mail"));
        Assert.Equal(2, files.Length);
        Assert.All(files, file => Assert.StartsWith("20260305-110000-", Path.GetFileName(file), StringComparison.Ordinal));
        Assert.Equal(
            mails.Select(MimeWriter.ToArray).Select(Convert.ToHexString).Order(),
            files.Select(File.ReadAllBytes).Select(Convert.ToHexString).Order());
    }

    [Fact]
    public async Task The_same_mail_again_replaces_its_file()
    {
        var mail = Mails.To("a@example.net");
        var sender = new PickupFolderMailSender(folder);

        await sender.SendAsync(mail);
        await sender.SendAsync(mail with { Text = "Second try\n" });

        Assert.Contains("Second try", await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(folder))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_id_with_slashes_stays_inside_the_folder()
    {
        var sender = new PickupFolderMailSender(Path.Combine(folder, "mail"));

        await sender.SendAsync(Mails.To("a@example.net") with { MessageId = "../../../x/y@example.org" });

        Assert.Single(Directory.GetFiles(Path.Combine(folder, "mail"), "*.eml"));
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_defers_the_mail_and_leaves_nothing()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "taken"), "a file where the folder should be");
        var sender = new PickupFolderMailSender(Path.Combine(folder, "taken"));

        var outcome = await sender.SendAsync(Mails.To("a@example.net"));

        Assert.Equal(MailStatus.Deferred, outcome.Status);
        Assert.StartsWith("The mail could not be written: ", outcome.Reason, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task Mails_after_a_stop_are_deferred()
    {
        var outcome = await new PickupFolderMailSender(folder).SendAsync(Mails.To("a@example.net"), new CancellationToken(canceled: true));

        Assert.Equal(MailStatus.Deferred, outcome.Status);
        Assert.Empty(Directory.GetFiles(folder));
    }
}
