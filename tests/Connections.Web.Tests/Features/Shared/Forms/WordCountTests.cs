using Connections.Web.Features.Shared.Forms;

namespace Connections.Web.Tests.Features.Shared.Forms;

public sealed class WordCountTests
{
    [Theory]
    [InlineData(null, 0)]
    [InlineData("  \n\t ", 0)]
    [InlineData("one", 1)]
    [InlineData("Every month, for a year", 5)]
    [InlineData("well-known it’s e-mail", 3)]
    [InlineData("a – b & c", 3)]
    [InlineData("Taigh Chèilidh\u00a0Ghlaschu", 3)]
    [InlineData("مرحبا بكم في اسكتلندا", 4)]
    [InlineData("東京都", 3)]
    [InlineData("Tokyo東京", 3)]
    [InlineData("£4,500 2026", 2)]
    public void Words_are_counted_in_any_script(string? text, int words) => Assert.Equal(words, WordCount.Of(text));
}
