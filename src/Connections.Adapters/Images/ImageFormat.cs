namespace Connections.Adapters.Images;

/// <summary>What images are kept as.</summary>
public enum ImageFormat
{
    WebP,
    Jpeg,
    Png,
}
