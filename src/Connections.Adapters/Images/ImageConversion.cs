using System.Diagnostics.CodeAnalysis;

namespace Connections.Adapters.Images;

/// <summary>A converted image, or why there is none.</summary>
public sealed record ImageConversion(ConvertedImage? Image, ImageRefusal? Refusal)
{
    [MemberNotNullWhen(true, nameof(Image))]
    public bool Succeeded => Image is not null;

    public static ImageConversion Refused(ImageRefusal refusal) => new(null, refusal);
}
