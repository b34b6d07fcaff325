namespace Connections.Reviewing.Assignment;

/// <summary>A clash and what is to be taken away to see whether there is another.</summary>
/// <param name="Clash">In words.</param>
/// <param name="Applications">Applications it would not be there without.</param>
/// <param name="Limited">Reviewers whose limits have a part in it.</param>
internal sealed record FoundClash(Clash Clash, IReadOnlyCollection<string> Applications, IReadOnlyCollection<string> Limited)
{
    /// <summary>The call without them. Whatever still clashes there clashes in the call itself, but for least loads, which are lifted.</summary>
    public AssignmentCall Take(AssignmentCall call)
    {
        // Who takes nothing goes on taking nothing, unless just that is the clash.
        var (gone, limited) = (Applications.ToHashSet(), Limited.ToHashSet());
        bool IsLifted(AvailableReviewer r) => limited.Contains(r.Id) && (r.MaxLoad > 0 || gone.Count == 0);
        return call with
        {
            Applications = [.. call.Applications.Where(a => !gone.Contains(a.Id))],
            Reviewers = [.. call.Reviewers.Select(r => r with { MinLoad = 0, MaxLoad = IsLifted(r) ? r.MaxLoad + call.Applications.Count : r.MaxLoad })],
            Conflicts = [.. call.Conflicts.Where(c => !gone.Contains(c.Application))],
            Fixed = [.. call.Fixed.Where(f => !gone.Contains(f.Application))],
            Anchors = [.. call.Anchors.Where(a => !gone.Contains(a))],
            Affinities = [],
        };
    }
}
