namespace Connections.Domain.Shared;

/// <summary>What came of a request to change something: done, or refused with the reasons.</summary>
public sealed class Outcome : IEquatable<Outcome>
{
    public static readonly Outcome Done = new([]);

    private Outcome(IReadOnlyList<Refusal> refusals) => Refusals = refusals;

    public IReadOnlyList<Refusal> Refusals { get; }

    public bool Succeeded => Refusals.Count == 0;

    public static Outcome Refused(params Refusal[] refusals) =>
        refusals.Length == 0
            ? throw new ArgumentException("A refusal needs at least one reason.", nameof(refusals))
            : new Outcome(refusals);

    public static Outcome From(IReadOnlyList<Refusal> refusals) => refusals.Count == 0 ? Done : new Outcome(refusals);

    public bool Equals(Outcome? other) => other is not null && Refusals.SequenceEqual(other.Refusals);

    public override bool Equals(object? obj) => Equals(obj as Outcome);

    public override int GetHashCode() => Refusals.Aggregate(17, HashCode.Combine);

    public override string ToString() => Succeeded ? "Done" : $"Refused: {string.Join(", ", Refusals)}";
}
