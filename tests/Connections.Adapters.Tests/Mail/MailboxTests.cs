using Connections.Adapters.Mail;

namespace Connections.Adapters.Tests.Mail;

public sealed class MailboxTests
{
    [Theory]
    [InlineData("a@example.org", "a@example.org")]
    [InlineData("First.Last+tag@Example.ORG", "First.Last+tag@example.org")]
    [InlineData("o'neill_!#$%&*-/=?^`{|}~@sub.example.co.uk", "o'neill_!#$%&*-/=?^`{|}~@sub.example.co.uk")]
    [InlineData("info@bücher.example", "info@xn--bcher-kva.example")]
    [InlineData("info@straße.de", "info@xn--strae-oqa.de")]
    [InlineData("info@пример.рф", "info@xn--e1afmkfd.xn--p1ai")]
    [InlineData("用户@例子.中国", "用户@xn--fsqu00a.xn--fiqs8s")]
    [InlineData("जोशी@example.in", "जोशी@example.in")]
    public void An_address_is_kept_with_its_domain_in_ascii(string given, string kept)
    {
        Assert.Equal(kept, Mailbox.Create(given).Address);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a@")]
    [InlineData("@example.org")]
    [InlineData("a@example")]
    [InlineData("a@example.")]
    [InlineData("a@.example.org")]
    [InlineData("a@example..org")]
    [InlineData("a@-example.org")]
    [InlineData("a@exam_ple.org")]
    [InlineData("a@127.0.0.1")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData(".a@example.org")]
    [InlineData("a.@example.org")]
    [InlineData("a..b@example.org")]
    [InlineData("a b@example.org")]
    [InlineData("\"a b\"@example.org")]
    [InlineData("a@b@example.org")]
    [InlineData("a,b@example.org")]
    [InlineData("<a@example.org>")]
    [InlineData("a@example.org>")]
    [InlineData("a@example.org ")]
    [InlineData(" a@example.org")]
    [InlineData("a@example.org\r\nRCPT TO:<b@example.org>")]
    [InlineData("a\r\n@example.org")]
    [InlineData("a\u200B@example.org")]
    [InlineData("a\u202Eb@example.org")]
    public void What_is_not_an_address_is_refused(string? given)
    {
        Assert.False(Mailbox.TryCreate(given, out _));
    }

    [Fact]
    public void The_length_limits_are_those_of_the_standard()
    {
        var domain = $"{new string('b', 60)}.{new string('c', 60)}.{new string('d', 60)}.org";

        Assert.True(Mailbox.TryCreate($"{new string('a', 64)}@{domain}", out _));
        Assert.False(Mailbox.TryCreate($"{new string('a', 65)}@{domain}", out _));
        Assert.False(Mailbox.TryCreate($"a@{new string('b', 64)}.org", out _));
        Assert.False(Mailbox.TryCreate($"{new string('a', 64)}@x.{domain}.example", out _));
    }

    [Theory]
    [InlineData("A\r\nBcc: b@example.org")]
    [InlineData("A\nB")]
    [InlineData("A\0")]
    public void A_name_with_a_line_break_is_refused(string name)
    {
        Assert.False(Mailbox.TryCreate("a@example.org", name, out _));
        Assert.Throws<MailFormatException>(() => Mailbox.Create("a@example.org", name));
    }
}
