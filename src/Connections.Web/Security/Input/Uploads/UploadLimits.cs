namespace Connections.Web.Security.Input.Uploads;

/// <summary>What of a form with files is read. Section <c>Uploads</c>.</summary>
public sealed class UploadLimits
{
    /// <summary>A file is kept up to here; of a larger one only its size is told on, so that its field can say what is wrong and nothing that was typed is lost.</summary>
    public long LargestFile { get; set; } = 12 * 1024 * 1024;

    /// <summary>Nobody reads on after this much: who sends more is told on a page of its own.</summary>
    public long MostRead { get; set; } = 100 * 1024 * 1024;
}
