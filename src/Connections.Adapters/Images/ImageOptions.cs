using System.ComponentModel.DataAnnotations;

namespace Connections.Adapters.Images;

/// <summary>What images are taken, and what reading one may cost. Section <c>Images</c>.</summary>
public sealed class ImageOptions
{
    public const string Section = "Images";

    [Range(1_000, 100_000_000)]
    public long MostBytes { get; set; } = 15_000_000;

    [Range(10_000, 500_000_000)]
    public long MostPixels { get; set; } = 60_000_000;

    [Range(1, 300)]
    public int Seconds { get; set; } = 30;

    /// <summary>Memory the reading process may use, in bytes.</summary>
    [Range(200_000_000, 8_000_000_000)]
    public long MostMemory { get; set; } = 1_500_000_000;

    /// <summary>How many images are read at the same time.</summary>
    [Range(1, 32)]
    public int AtOnce { get; set; } = 2;

    /// <summary>Where images lie while they are read; the system's folder for temporary files when absent.</summary>
    public string? WorkFolder { get; set; }

    /// <summary>From Debian's package libvips-tools.</summary>
    [Required]
    public string VipsThumbnail { get; set; } = "/usr/bin/vipsthumbnail";

    /// <summary>From Debian's package util-linux; sets the limits on the process.</summary>
    [Required]
    public string PrLimit { get; set; } = "/usr/bin/prlimit";
}
