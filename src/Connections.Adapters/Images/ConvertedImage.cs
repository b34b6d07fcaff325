namespace Connections.Adapters.Images;

public sealed record ConvertedImage(byte[] Content, string MediaType, ImageSize Size);
