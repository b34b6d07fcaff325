using Connections.Domain.Shared;

namespace Connections.Domain.Directory;

/// <summary>What the representative declares when sending a listing.</summary>
/// <param name="MayList">The representative says they may speak for the organisation.</param>
public sealed record ListingDeclaration(bool MayList, ForeignStateLink? ForeignState, string? ForeignStateDetails)
{
    public const int DetailsLength = 1000;

    public IReadOnlyList<Refusal> Check()
    {
        var refusals = new List<Refusal>();
        if (!MayList)
        {
            refusals.Add(DirectoryRefusals.AuthorityMissing);
        }

        if (ForeignState is null)
        {
            refusals.Add(DirectoryRefusals.ForeignStateMissing);
        }
        else if (ForeignState is not ForeignStateLink.None && string.IsNullOrWhiteSpace(ForeignStateDetails))
        {
            refusals.Add(DirectoryRefusals.ForeignStateDetailsMissing);
        }

        if (ForeignStateDetails is { Length: > DetailsLength })
        {
            refusals.Add(DirectoryRefusals.TooLong("ForeignStateDetails"));
        }
        else if (ForeignStateDetails is not null && !WrittenText.IsWellFormed(ForeignStateDetails))
        {
            refusals.Add(DirectoryRefusals.Malformed("ForeignStateDetails"));
        }

        return refusals;
    }
}
