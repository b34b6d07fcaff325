using Connections.Adapters.Mail;

namespace Connections.Adapters.Tests.Mail;

public sealed class OutgoingMailTests
{
    [Theory]
    [InlineData("Hello\r\nBcc: victim@example.com")]
    [InlineData("Hello\nX: y")]
    [InlineData("Hello\rX: y")]
    [InlineData("Hello\0")]
    public void A_line_break_in_the_subject_is_refused(string subject)
    {
        var thrown = Assert.Throws<MailFormatException>(() => Mails.To("a@example.net") with { Subject = subject });

        Assert.StartsWith("Subject must be one line", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', thrown.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no-at-sign")]
    [InlineData("@example.org")]
    [InlineData("a@")]
    [InlineData("a@b@example.org")]
    [InlineData("a b@example.org")]
    [InlineData("a>\r\nX: <b@example.org")]
    public void A_wrong_message_id_is_refused(string messageId) =>
        Assert.Throws<MailFormatException>(() => Mails.To("a@example.net") with { MessageId = messageId });

    [Theory]
    [InlineData("e")]
    [InlineData("en_GB")]
    [InlineData("en\r\nX: y")]
    [InlineData("averylongword")]
    public void A_wrong_language_is_refused(string language) =>
        Assert.Throws<MailFormatException>(() => Mails.To("a@example.net") with { Language = language });

    [Theory]
    [InlineData("X-A", "b\r\nBcc: victim@example.com")]
    [InlineData("X-A", "b\nc")]
    [InlineData("X-A", "é")]
    [InlineData("X-A", " ")]
    [InlineData("X-A\r\nBcc", "b")]
    [InlineData("X A", "b")]
    [InlineData("X:A", "b")]
    [InlineData("", "b")]
    [InlineData("Subject", "b")]
    [InlineData("content-type", "b")]
    [InlineData("Bcc", "b@example.org")]
    public void A_wrong_or_reserved_header_is_refused(string name, string value) =>
        Assert.Throws<MailFormatException>(() => new MailHeader(name, value));

    [Fact]
    public void A_word_longer_than_a_header_line_may_be_is_refused() =>
        Assert.Throws<MailFormatException>(() => new MailHeader("X-A", new string('a', 950)));

    [Theory]
    [InlineData("http://www.example.org/u/1")]
    [InlineData("/u/1")]
    [InlineData("mailto:a@example.org")]
    public void One_click_unsubscribing_needs_https(string address) =>
        Assert.Throws<MailFormatException>(() => MailHeader.OneClickUnsubscribe(new Uri(address, UriKind.RelativeOrAbsolute)));
}
