namespace Connections.Domain.Forms;

/// <summary>What is wrong with an answer.</summary>
/// <param name="Field">Alias of the field, or of its part: <c>budget</c>, <c>budget[2].amount</c>.</param>
/// <param name="Key">Name of the sentence in the text resource: <c>Answer.TooManyWords</c>.</param>
/// <param name="Words">The form's own sentence, where its author gave one; it goes before the resource.</param>
/// <param name="Arguments">Numbers and names the sentence needs.</param>
public sealed record AnswerError(string Field, string Key, string? Words = null, params IReadOnlyList<object> Arguments);
