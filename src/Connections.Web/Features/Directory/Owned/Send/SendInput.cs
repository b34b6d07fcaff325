using System.ComponentModel.DataAnnotations;
using Connections.Domain.Directory;

namespace Connections.Web.Features.Directory.Owned.Send;

/// <summary>What is declared when a listing is sent for the first time.</summary>
public sealed class SendInput
{
    public bool MayList { get; set; }

    public string? ForeignState { get; set; }

    [DataType(DataType.MultilineText)]
    public string? ForeignStateDetails { get; set; }

    public ListingDeclaration ToDeclaration() => new(
        MayList,
        Enum.TryParse<ForeignStateLink>(ForeignState, out var link) && Enum.IsDefined(link) ? link : null,
        string.IsNullOrWhiteSpace(ForeignStateDetails) ? null : ForeignStateDetails.Trim());
}
