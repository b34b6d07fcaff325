using System.Security.Cryptography;

namespace Connections.Reviewing.Draws;

/// <summary>What was published about a draw.</summary>
/// <param name="Commitment">Published before the draw.</param>
/// <param name="Reveal">Published at the draw.</param>
/// <param name="Randomness">The public source's value.</param>
/// <param name="Entrants">The pool.</param>
/// <param name="Places">How many were to be drawn.</param>
/// <param name="Selected">Who is said to have been drawn.</param>
public sealed record DrawRecord(
    byte[] Commitment, byte[] Reveal, byte[] Randomness, IReadOnlyCollection<string> Entrants, int Places, IReadOnlyCollection<string> Selected)
{
    /// <summary>The number of links between reveal and commitment, when the call announced it: 1 at the first draw.</summary>
    public int? Steps { get; init; }

    /// <summary>The hash of the entrants that was published with the commitment, where it was.</summary>
    public byte[]? PoolHash { get; init; }

    /// <summary>The published tickets by entrant, in hexadecimal, where they were published.</summary>
    public IReadOnlyDictionary<string, string>? Tickets { get; init; }

    /// <summary>The published order of substitutes, where there is one.</summary>
    public IReadOnlyList<string>? Substitutes { get; init; }

    /// <summary>Every reason why the record is not a true draw; none if it is one.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        var steps = StepsToCommitment();
        if (steps is null)
        {
            faults.Add("The reveal does not lead to the commitment: hashing it with SHA-256 never gives the published value.");
        }
        else if (Steps is { } announced && announced != steps)
        {
            faults.Add($"The reveal is {steps} links before the commitment, not {announced} as announced.");
        }

        if (PoolHash is not null && !PoolHash.AsSpan().SequenceEqual(VerifiableDraw.PoolHash(Entrants)))
        {
            faults.Add("The entrants are not those whose hash was published.");
        }

        var pool = Entrants.ToHashSet();
        var chosen = Selected.ToHashSet();
        var tickets = VerifiableDraw.Tickets(Reveal, Randomness, Entrants);
        var drawn = tickets.Take(Places).Select(t => t.Entrant).ToHashSet();
        faults.AddRange(Selected.Where(s => !pool.Contains(s)).Order(StringComparer.Ordinal).Select(s => $"{s} was selected but is not among the entrants."));
        faults.AddRange(Selected.Where(s => pool.Contains(s) && !drawn.Contains(s)).Order(StringComparer.Ordinal).Select(s => $"{s} was selected, but its ticket is not among the lowest {Places}."));
        faults.AddRange(drawn.Where(d => !chosen.Contains(d)).Order(StringComparer.Ordinal).Select(d => $"{d} has one of the lowest {Places} tickets but was not selected."));
        faults.AddRange(tickets.Where(t => Tickets is not null && !string.Equals(Tickets.GetValueOrDefault(t.Entrant), t.Hex, StringComparison.OrdinalIgnoreCase))
            .Select(t => $"The published ticket of {t.Entrant} is not the one that follows from the reveal and the randomness."));
        faults.AddRange((Tickets?.Keys ?? []).Where(t => !pool.Contains(t)).Order(StringComparer.Ordinal).Select(t => $"A ticket is published for {t}, who is not among the entrants."));
        if (Substitutes is not null && !Substitutes.SequenceEqual(tickets.Skip(Places).Select(t => t.Entrant)))
        {
            faults.Add("The substitutes are not the remaining entrants in order of their tickets.");
        }

        return faults;
    }

    private int? StepsToCommitment()
    {
        var link = Reveal;
        for (var steps = 1; steps < VerifiableDraw.LongestChain; steps++)
        {
            link = SHA256.HashData(link);
            if (link.AsSpan().SequenceEqual(Commitment))
            {
                return steps;
            }
        }

        return null;
    }
}
