using Connections.Adapters.Mail;
using Connections.Adapters.Tests.Servers;
using FsCheck;
using FsCheck.Fluent;

namespace Connections.Adapters.Tests.Mail.Mime;

/// <summary>What goes in comes out: written by us, sent over SMTP, and read by a parser that is not ours.</summary>
public sealed class MimeRoundTripTests(MailSink sink)
{
    // Pieces that have broken mail programs before, among any text at all.
    private static readonly Gen<string> Awkward = Gen.Elements(
        ".", "..", "\n.\n", "\r\n.\r\n", "\n.", ".\n", "=", "=3D", "=\n", " \n", "\t\n", " ", "\t", "\n", "\r\n", "\r", "\n\n", "From me\n", "--=_alternative\n",
        "--=_alternative--\n", "=?utf-8?Q?x?=", "Ölgate", "Ã¶", "é", "e\u0301", "日本語", "العربية", "👩‍👩‍👧‍👦", "\u200F", "\uFFFD", "\u2028", "\u00A0", "\0", "\u0007",
        new string('x', 2000), string.Concat(Enumerable.Repeat("word ", 300)), new string('ß', 500));

    private static readonly Gen<string> AnyText = ArbMap.Default.GeneratorFor<string?>().Select(text => new string([.. (text ?? "").Where(c => !char.IsSurrogate(c))]));

    private static readonly Gen<string> Bodies = Gen.OneOf(Awkward, AnyText, Awkward).ListOf().Select(string.Concat);

    private static readonly Gen<string> Subjects = Bodies.Select(text => text.ReplaceLineEndings(" ").Replace("\n", "").Replace("\r", "").Replace("\0", "").Trim());

    [Fact]
    public async Task Any_text_and_html_arrive_as_they_were()
    {
        var options = await sink.OptionsAsync("plain");
        await using var sender = Mails.Sender(options);

        Prop.ForAll(Bodies.Two().ToArbitrary(), bodies =>
        {
            var mail = Mails.To(Mails.NewAddress()) with { Text = bodies.Item1, Html = bodies.Item2 };

            var parsed = Delivered(sender, mail);

            Assert.Equal(AsRead(bodies.Item1), AsRead(parsed.Text));
            Assert.Equal(AsRead(bodies.Item2), AsRead(parsed.Html));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public async Task Any_subject_and_names_arrive_as_they_were()
    {
        var options = await sink.OptionsAsync("plain");
        await using var sender = Mails.Sender(options);

        Prop.ForAll(Subjects.Two().ToArbitrary(), values =>
        {
            var (subject, name) = values;
            var address = Mails.NewAddress();
            var mail = Mails.To(address, name) with { Subject = subject };

            var parsed = Delivered(sender, mail);

            Assert.Equal(subject, parsed.Subject ?? "");
            Assert.Equal(new ParsedAddress(name.Trim(), address), Assert.Single(parsed.To));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private ParsedMail Delivered(IMailSender sender, OutgoingMail mail)
    {
        var outcome = sender.SendAsync(mail).GetAwaiter().GetResult();
        Assert.Equal(MailOutcome.Sent, outcome);
        return Assert.Single(sink.ReceivedAsync(mail.To.Address).GetAwaiter().GetResult()).Parsed;
    }

    // However a line break was written, a mail knows one kind. The parser gives it as \n, ends a text with one, and leaves
    // out a byte order mark at the start.
    private static string AsRead(string? text) =>
        (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').TrimStart('\uFEFF').TrimEnd('\n');
}
