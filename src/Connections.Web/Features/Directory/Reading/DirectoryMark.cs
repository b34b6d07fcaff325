using Connections.Domain.Directory;
using Microsoft.AspNetCore.Html;

namespace Connections.Web.Features.Directory.Reading;

/// <summary>A small picture beside an organisation's name, the same for the same organisation every time. It says nothing.</summary>
public static class DirectoryMark
{
    private static readonly HtmlString[] Marks =
    [
        Draw("""<path class="art-1" d="M8 8h28v28H8zM44 44h28v28H44z"/><circle class="art-3" cx="58" cy="22" r="14"/><path class="art-2" d="M8 72V44h28z"/>"""),
        Draw("""<path class="art-2" d="M40 6l34 34l-34 34L6 40z"/><path class="art-3" d="M40 24l16 16l-16 16l-16-16z"/>"""),
        Draw("""<path class="art-4" d="M6 56q17-20 34 0t34 0v18H6z"/><circle class="art-3" cx="40" cy="28" r="18"/>"""),
        Draw("""<path class="art-1" d="M10 74V30l15-18l15 18v44z"/><path class="art-6" d="M40 74V40l15-14l15 14v34z"/><path class="art-3" d="M20 44h10v12H20z"/>"""),
        Draw("""<path class="art-5" d="M8 40a32 32 0 0 1 64 0z"/><path class="art-1" d="M24 40h32v32H24z"/><circle class="art-3" cx="40" cy="40" r="9"/>"""),
        Draw("""<circle class="art-2" cx="28" cy="30" r="20"/><circle class="art-4" cx="52" cy="30" r="20"/><path class="art-1" d="M8 72l32-28l32 28z"/>"""),
    ];

    public static IHtmlContent For(ListingId id) => Marks[id.Value.ToByteArray()[15] % Marks.Length];

    private static HtmlString Draw(string shapes) =>
        new($"""<svg class="org-logo" viewBox="0 0 80 80" aria-hidden="true" focusable="false">{shapes}</svg>""");
}
