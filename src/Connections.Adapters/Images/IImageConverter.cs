namespace Connections.Adapters.Images;

/// <summary>Turns what people upload into what may be shown: of bounded size, upright, in sRGB, and with no metadata left.</summary>
public interface IImageConverter
{
    /// <summary>The image no wider and no higher than <paramref name="longestSide"/>; a smaller one keeps its size.</summary>
    /// <param name="source">Must be able to seek.</param>
    Task<ImageConversion> ConvertAsync(Stream source, ImageFormat format, int longestSide, CancellationToken ct = default);
}
