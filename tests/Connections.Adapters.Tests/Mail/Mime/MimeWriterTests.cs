using System.Text;
using Connections.Adapters.Mail;
using Connections.Adapters.Mail.Mime;

namespace Connections.Adapters.Tests.Mail.Mime;

public sealed class MimeWriterTests
{
    [Fact]
    public void A_mail_is_written_exactly_like_this()
    {
        var mail = Mails.To("moira@example.net", "Mòrag") with
        {
            ReplyTo = Mailbox.Create("office@example.org"),
            Subject = "Your application",
            Text = "Dear Mòrag,\n\n.. it arrived. \n",
            Html = "<p class=\"x\">It arrived.</p>",
            MessageId = "abc@example.org",
            Language = "gd",
            IsAutomatic = true,
            Headers = MailHeader.OneClickUnsubscribe(new Uri("https://www.example.org/u/1")),
        };

        Assert.Equal(
            """
            Date: Thu, 05 Mar 2026 12:00:00 +0100
            From: Connections <notices@example.org>
            To: =?utf-8?B?TcOycmFn?= <moira@example.net>
            Reply-To: office@example.org
            Subject: Your application
            Message-ID: <abc@example.org>
            Auto-Submitted: auto-generated
            List-Unsubscribe: <https://www.example.org/u/1>
            List-Unsubscribe-Post: List-Unsubscribe=One-Click
            MIME-Version: 1.0
            Content-Language: gd
            Content-Type: multipart/alternative; boundary="=_alternative"

            --=_alternative
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Dear M=C3=B2rag,

            .. it arrived.=20

            --=_alternative
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <p class=3D"x">It arrived.</p>
            --=_alternative--

            """.ReplaceLineEndings("\r\n"),
            Written(mail));
    }

    [Fact]
    public void A_mail_without_html_is_one_plain_part()
    {
        var written = Written(Mails.To("a@example.net") with { Html = null, Text = "Hello" });

        Assert.DoesNotContain("multipart", written, StringComparison.Ordinal);
        Assert.EndsWith("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nHello\r\n", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Plain English with a few £ signs and nothing else that needs escaping.", "quoted-printable")]
    [InlineData("Добро пожаловать, 欢迎", "base64")]
    public void The_shorter_encoding_is_chosen(string text, string encoding)
    {
        var written = Written(Mails.To("a@example.net") with { Html = null, Text = text });

        Assert.Contains($"Content-Transfer-Encoding: {encoding}\r\n", written, StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_passes_78_characters_and_no_byte_is_beyond_ASCII()
    {
        var mail = Mails.To("a@example.net", string.Concat(Enumerable.Repeat("Ñandú ", 40))) with
        {
            Subject = string.Concat(Enumerable.Repeat("Weekly – digest and more ", 30)),
            Text = new string('é', 3000) + new string('x', 3000),
            Html = string.Concat(Enumerable.Repeat("<p>lang €</p>", 500)),
            Headers = [new("X-Words", string.Concat(Enumerable.Repeat("word ", 100)).Trim())],
        };

        var bytes = MimeWriter.ToArray(mail);

        Assert.True(Ascii.IsValid(bytes));
        Assert.InRange(Encoding.ASCII.GetString(bytes).Split("\r\n").Max(line => line.Length), 60, 78);
    }

    [Fact]
    public void A_single_word_too_long_to_fold_stays_on_one_line()
    {
        var address = new Uri($"https://www.example.org/{new string('a', 400)}");

        var written = Written(Mails.To("a@example.net") with { Headers = MailHeader.OneClickUnsubscribe(address) });

        Assert.Contains($"\r\nList-Unsubscribe: <{address}>\r\n", written, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_mail_gives_the_same_bytes()
    {
        var mail = Mails.To("a@example.net");

        Assert.Equal(MimeWriter.ToArray(mail), MimeWriter.ToArray(mail with { }));
    }

    private static string Written(OutgoingMail mail) => Encoding.ASCII.GetString(MimeWriter.ToArray(mail));
}
