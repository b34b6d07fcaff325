using Connections.Domain.Calls;

namespace Connections.Domain.Tests.Calls;

/// <summary>Rubrics with two criteria, weighing 75 and 25, on a scale from 1 to 6.</summary>
internal static class Rubrics
{
    public static Rubric TwoCriteria(int first = 75, int second = 25, Bonus? bonus = null) =>
        new(new ScoreScale(1, 6), new ReasonLength(3, 20), [Criterion("plan", first), Criterion("reach", second)], bonus);

    public static Criterion Criterion(string key, int weight) =>
        new(key, $"Name of {key}", $"Question of {key}", weight, [new Anchor(1, 3, "Weak", "Little"), new Anchor(4, 6, "Strong", "Much")], []);
}
