namespace Connections.Adapters.Images;

public enum ImageRefusal
{
    /// <summary>Not a JPEG, PNG, WebP or GIF.</summary>
    NotAnImage,

    /// <summary>More bytes, or more pixels, than we take.</summary>
    TooLarge,

    /// <summary>It begins like an image but cannot be read as one.</summary>
    Damaged,

    /// <summary>The program that reads images is not installed here; nobody's fault but ours.</summary>
    Unavailable,
}
