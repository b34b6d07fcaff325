using Connections.Web.Mail;

namespace Connections.Web.Tests.Mail;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("<p>One</p><p>Two<br>Three</p>", "One\n\nTwo\nThree\n")]
    [InlineData("<h1>Title</h1><p>Text</p>", "Title\n=====\n\nText\n")]
    [InlineData("<h2>Part</h2><p>Text</p>", "Part\n----\n\nText\n")]
    [InlineData("<ul><li>One</li><li>Two <b>bold</b></li></ul>", "- One\n- Two bold\n")]
    [InlineData("<ol start=\"3\"><li>One</li><li>Two</li></ol>", "3. One\n4. Two\n")]
    [InlineData("<ul><li>One<ul><li>Inner</li></ul></li></ul>", "- One\n\n  - Inner\n")]
    [InlineData("<p>Read <a href=\"https://example.org/x\">the page</a> now</p>", "Read the page (https://example.org/x) now\n")]
    [InlineData("<p> <a class=\"button\" href=\"https://example.org/x\">Confirm your address</a> </p>", "Confirm your address: https://example.org/x\n")]
    [InlineData("<p><a href=\"https://example.org/\">https://example.org/</a></p>", "https://example.org/\n")]
    [InlineData("<p><a href=\"mailto:a@example.org\">a@example.org</a></p>", "a@example.org\n")]
    [InlineData("<blockquote><p>Line one</p><p>Line two</p></blockquote>", "> Line one\n>\n> Line two\n")]
    [InlineData("<table><tr><th>Grant</th><td>£2,000</td></tr></table>", "Grant  £2,000\n")]
    [InlineData("<p>Fish &amp; chips &lt;now&gt; <img alt=\"a boat\" src=\"x\"></p><style>p{}</style>", "Fish & chips <now> a boat\n")]
    [InlineData("<p>  much \n   space  </p>", "much space\n")]
    [InlineData("<p>مرحبا <b>بكم</b></p>", "مرحبا بكم\n")]
    public void Says_what_the_page_says(string html, string text) => Assert.Equal(text, PlainText.From(html));

    [Fact]
    public void The_frame_of_the_mail_is_left_out_but_its_foot_is_kept_below_a_line()
    {
        var text = PlainText.From("<title>T</title><table><tr><td>Band</td></tr><tr><td id=\"mail-body\"><p>Words</p></td></tr><tr><td id=\"mail-foot\"><p>Foot</p></td></tr></table>");

        Assert.Equal("Words\n\n-- \nFoot\n", text);
    }
}
