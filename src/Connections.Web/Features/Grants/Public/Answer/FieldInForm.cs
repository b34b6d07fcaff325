using Connections.Domain.Forms;

namespace Connections.Web.Features.Grants.Public.Answer;

/// <summary>One question of a page, for the view that draws its control.</summary>
/// <param name="IsAlone">Whether it is the page's only question, which is then its heading.</param>
public sealed record FieldInForm(AnswerForm Form, FormField Field, bool IsAlone);
