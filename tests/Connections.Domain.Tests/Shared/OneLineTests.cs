using Connections.Domain.Shared;

namespace Connections.Domain.Tests.Shared;

public sealed class OneLineTests
{
    [Theory]
    [InlineData("Ceilidh\u202Egnp.exe", "Ceilidhgnp.exe")]
    [InlineData("\u2066Burns\u2069 \u202ASupper\u202C", "Burns Supper")]
    [InlineData("A\u200E\u200F\u061CB", "AB")]
    [InlineData("One\r\nBcc: two@example.org", "One  Bcc: two@example.org")]
    [InlineData("One\u2028two\tthree\u0085four", "One two three four")]
    [InlineData("a\u0000b\u001Bc\u007Fd\u009Be", "abcde")]
    [InlineData("zero\u200Bwidth\u2060 \uFEFFmark", "zerowidth mark")]
    public void What_turns_breaks_or_hides_a_line_is_taken_out(string typed, string kept) => Assert.Equal(kept, OneLine.Of(typed));

    [Theory]
    [InlineData("\u200E")]
    [InlineData("\u202E \u202C")]
    [InlineData("\u200D\u200C")]
    [InlineData(" \u200B\u00AD")]
    public void What_nobody_can_see_is_no_text(string typed) => Assert.Equal("", OneLine.Of(typed));

    [Theory]
    [InlineData("رقص اسکاتلندی در تهران")]
    [InlineData("می\u200Cخواهیم")]
    [InlineData("שלום, סקוטלנד (2027)!")]
    [InlineData("क्\u200Dष")]
    [InlineData("👩\u200D👩\u200D👧 families")]
    [InlineData("🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F")]
    [InlineData("Zwölf Boxkämpfer – “Ωmega”")]
    [InlineData("é")]
    public void Every_script_keeps_what_it_is_spelt_with(string typed) => Assert.Equal(typed, OneLine.Of(typed));
}
