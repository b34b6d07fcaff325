using Connections.Domain.Forms;
using Connections.Web.Sites;

namespace Connections.Web.Features.Grants.Reading;

/// <summary>The answers of one page, to be read.</summary>
/// <param name="Errors">What is wrong with them, by alias, while they may be changed.</param>
public sealed record PageAnswers(OwnApplication Own, FormPage Page, Countries Countries, ILookup<string, AnswerError>? Errors = null)
{
    public bool MayChange => Errors is not null;
}
