using System.ComponentModel.DataAnnotations;

namespace Connections.Web.Features.Directory.Public.SuggestChange;

public sealed class SuggestInput
{
    [DataType(DataType.MultilineText)]
    public string? Words { get; set; }

    /// <summary>Where an answer goes, if the visitor wants one.</summary>
    public string? Email { get; set; }
}
