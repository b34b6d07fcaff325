using System.Security.Cryptography;
using System.Text;
using Connections.Domain.Calls;
using Connections.Reviewing.Assignment;
using Connections.Web.Features.Grants.Staff.Reading;

namespace Connections.Web.Features.Grants.Staff.Assigning;

/// <summary>Who would read what: worked out anew from the same facts it is always the same, so a plan that was looked at
/// is told from another by its seal alone.</summary>
/// <param name="Clashes">Why there is no plan, a sentence each; empty where there is one.</param>
/// <param name="IgnoresLeastLoads">Whether there is too little to read for everybody's least load.</param>
public sealed record ReviewerPlan(AssignmentFacts Facts, IReadOnlyList<PlannedPair> Pairs, IReadOnlyList<string> Clashes, bool IgnoresLeastLoads)
{
    private const double Rounding = 1e-9;

    /// <summary>Reviews of a call up to which piles are evened out: it takes a second plan. In larger calls least and most loads do it.</summary>
    private const int MostSpread = 100;

    public bool IsPossible => Clashes.Count == 0;

    public IEnumerable<PlannedPair> New => Pairs.Where(p => p.IsNew);

    public string Seal => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', New.Select(p => $"{p.Application.Id}/{p.Member.Id}")))))[..16];

    public int LoadOf(PanelMember member) => Pairs.Count(p => p.Member.Id == member.Id);

    public static ReviewerPlan Of(AssignmentFacts facts)
    {
        var ignoresLeast = facts.Members.Sum(m => m.MinLoad) > facts.Wanted;
        var byReference = facts.Applications.ToDictionary(a => a.Reference!);
        var byNumber = facts.Members.ToDictionary(Name);
        var answer = Spread(facts, most => Connections.Reviewing.Assignment.AssignReviewers.Solve(AsCall(facts, ignoresLeast, most)));
        return new ReviewerPlan(
            facts,
            answer.Plan is not { } plan ? [] :
            [
                .. from pair in plan.Pairs
                   let application = byReference[pair.Application]
                   let member = byNumber[pair.Reviewer]
                   orderby application.Reference, member.Number
                   select new PlannedPair(application, member, !facts.Given.Contains((application.Id, member.Id))),
            ],
            answer.Plan is null ? ClashWords.Of([.. Connections.Reviewing.Assignment.Clashes.Independent(AsCall(facts, ignoresLeast, int.MaxValue)).DefaultIfEmpty(answer.Clash!)]) : [],
            ignoresLeast);
    }

    /// <summary>Of plans that serve every application as well, one that asks as much of everybody: the best plan alone may give all
    /// of a small call to the first few of a panel whose members fit alike.</summary>
    private static AssignmentAnswer Spread(AssignmentFacts facts, Func<int, AssignmentAnswer> solve)
    {
        var best = solve(int.MaxValue);
        if (best.Plan is not { } plan || facts.Wanted > MostSpread)
        {
            return best;
        }

        var largest = plan.Loads.Max(l => l.Load);
        var even = (facts.Wanted + facts.Members.Count - 1) / facts.Members.Count;
        for (var most = even; most <= even + 1 && most < largest; most++)
        {
            if (solve(most) is { Plan: { } spread } answer && spread.Minimum >= plan.Minimum - Rounding && spread.Total >= plan.Total - Rounding)
            {
                return answer;
            }
        }

        return best;
    }

    /// <param name="most">How many anybody reads, unless they have more already.</param>
    private static AssignmentCall AsCall(AssignmentFacts facts, bool ignoresLeast, int most)
    {
        var given = facts.Given.CountBy(pair => pair.Item2).ToDictionary();
        int Most(PanelMember m) => Math.Min(m.MaxLoad, Math.Max(most, Math.Max(given.GetValueOrDefault(m.Id), ignoresLeast ? 0 : m.MinLoad)));
        return new AssignmentCall(
            [.. facts.Applications.Select(a => new ApplicationToReview(a.Reference!, facts.Call.Terms.ReviewersPerApplication, facts.LanguageToRead(a), a.Organisation, a.Communities))],
            [.. facts.Members.Select(m => new AvailableReviewer(Name(m), ignoresLeast ? 0 : m.MinLoad, Most(m), [.. m.Languages.Select(Bare)], m.Organisation, m.Communities))],
            [.. from a in facts.Applications from m in facts.Members where facts.Fit(a, m) > 0 select new Affinity(a.Reference!, Name(m), facts.Fit(a, m))],
            [.. from a in facts.Applications from m in facts.Members where facts.Forbidden.Contains((a.Id, m.Id)) select new ReviewPair(a.Reference!, Name(m))])
        {
            Fixed = [.. from a in facts.Applications from m in facts.Members where facts.Given.Contains((a.Id, m.Id)) select new ReviewPair(a.Reference!, Name(m))],
        };
    }

    internal static string Bare(string language) => language.Split('-')[0];

    // Padded, because ties are broken by the order of names.
    private static string Name(PanelMember member) => $"{member.Number:00}";
}

/// <param name="IsNew">Whether recording the plan gives the application to the reviewer.</param>
public sealed record PlannedPair(Application Application, PanelMember Member, bool IsNew);
