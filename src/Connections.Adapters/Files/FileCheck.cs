namespace Connections.Adapters.Files;

/// <summary>Decides whether an uploaded file is one of the kinds allowed, and what its name and declared type say it is.</summary>
public static class FileCheck
{
    /// <param name="content">Must be able to seek; it is left at its start.</param>
    public static async Task<FileVerdict> RunAsync(
        Stream content, string fileName, string? declaredType, IReadOnlyCollection<FileKind> allowed, CancellationToken ct = default)
    {
        if (content.Length == 0)
        {
            return new(null, FileRefusal.Empty);
        }

        var type = await ContentSniffer.RecogniseAsync(content, ct);
        return type is null ? new(null, FileRefusal.UnknownKind)
            : !allowed.Contains(type.Kind) ? new(type, FileRefusal.KindNotAllowed)
            : !type.MayBeNamed(fileName) || !type.MayBeDeclared(declaredType) ? new(type, FileRefusal.NotWhatItSays)
            : new(type, null);
    }
}
