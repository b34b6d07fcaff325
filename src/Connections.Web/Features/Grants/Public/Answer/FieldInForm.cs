using Connections.Domain.Forms;

namespace Connections.Web.Features.Grants.Public.Answer;

/// <summary>One question of a page, for the view that draws its control.</summary>
/// <param name="IsAlone">Whether it is what the page asks, so that its label is the page's heading.</param>
public sealed record FieldInForm(AnswerForm Form, FormField Field, bool IsAlone);
