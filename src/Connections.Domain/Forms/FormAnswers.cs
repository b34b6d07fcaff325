namespace Connections.Domain.Forms;

/// <summary>All answers to one form, by alias.</summary>
public sealed record FormAnswers
{
    public IReadOnlyDictionary<string, FormAnswer> Fields { get; init; } = new Dictionary<string, FormAnswer>();

    public FormAnswer this[string alias] => Fields.GetValueOrDefault(alias, FormAnswer.None);

    public string? Text(string alias) => this[alias].Text?.Trim() is { Length: > 0 } text ? text : null;

    /// <returns>These answers with those of one page put in their place; an empty answer takes the old one away.</returns>
    public FormAnswers With(IReadOnlyDictionary<string, FormAnswer> changed)
    {
        var fields = new Dictionary<string, FormAnswer>(Fields);
        foreach (var (alias, answer) in changed)
        {
            if (answer.IsEmpty)
            {
                fields.Remove(alias);
            }
            else
            {
                fields[alias] = answer;
            }
        }

        return new FormAnswers { Fields = fields };
    }
}
