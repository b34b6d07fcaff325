namespace Connections.Reviewing.Assignment;

/// <summary>A call cut down to some of its applications, and what concerns them. Least loads are lifted.</summary>
internal sealed class CallParts
{
    private readonly AssignmentCall call;
    private readonly Dictionary<string, ApplicationToReview> applications;
    private readonly ILookup<string, ReviewPair> conflicts;
    private readonly ILookup<string, ReviewPair> kept;
    private readonly HashSet<string> anchors;

    public CallParts(AssignmentCall call)
    {
        this.call = call with { Affinities = [], Reviewers = [.. call.Reviewers.Select(r => r with { MinLoad = 0 })] };
        applications = call.Applications.ToDictionary(a => a.Id);
        conflicts = call.Conflicts.ToLookup(c => c.Application);
        kept = call.Fixed.ToLookup(f => f.Application);
        anchors = [.. call.Anchors];
        All = [.. applications.Keys.Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> All { get; }

    public AssignmentCall Only(IReadOnlyCollection<string> ids) => call with
    {
        Applications = [.. ids.Select(id => applications[id])],
        Conflicts = [.. ids.SelectMany(id => conflicts[id])],
        Fixed = [.. ids.SelectMany(id => kept[id])],
        Anchors = [.. ids.Where(anchors.Contains)],
    };

    /// <summary>Whether an application that has nothing fixed plainly has a panel that keeps the rules, if there were no other. False says nothing.</summary>
    public bool HasPanelAtSight(string id)
    {
        var application = applications[id];
        if (anchors.Contains(id) || kept.Contains(id))
        {
            return false;
        }

        var opposed = conflicts[id].Select(c => c.Reviewer).ToHashSet();
        var able = call.Reviewers.Where(r => r.MaxLoad > 0 && !opposed.Contains(r.Id)).ToArray();
        var reader = able.FirstOrDefault(r => Reads(application, r) && IsOutside(application, r)) ?? able.FirstOrDefault(r => Reads(application, r));
        var outsider = reader is not null && IsOutside(application, reader) ? reader : able.FirstOrDefault(r => IsOutside(application, r));
        if (reader is null || outsider is null)
        {
            return false;
        }

        var panel = new HashSet<string>();
        var organisations = new HashSet<string>();
        foreach (var r in able.Prepend(outsider).Prepend(reader).Where(r => panel.Count < application.Demand && !panel.Contains(r.Id)))
        {
            if (!call.Rules.DistinctOrganisations || r.Organisation is null || organisations.Add(r.Organisation))
            {
                panel.Add(r.Id);
            }
        }

        return panel.Count == application.Demand && panel.Contains(reader.Id) && panel.Contains(outsider.Id);
    }

    private bool Reads(ApplicationToReview application, AvailableReviewer reviewer) => !call.Rules.Language || RuleRows.Reads(application, reviewer);

    private bool IsOutside(ApplicationToReview application, AvailableReviewer reviewer) => !call.Rules.OutsideCommunity || RuleRows.IsOutside(application, reviewer);
}
