namespace Connections.Domain.Forms;

/// <summary>A file that was sent with a form. Its bytes are in the blob store under <paramref name="Key"/>.</summary>
public sealed record AttachedFile(string Key, string Name, string ContentType, long Bytes);
