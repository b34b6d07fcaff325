namespace Connections.Adapters.Files;

/// <summary>How a kind of file is called: the media type it is served with, and the names it may go by.</summary>
public sealed record FileType(FileKind Kind, string MediaType, IReadOnlyList<string> Extensions)
{
    private static readonly FileType[] All =
    [
        new(FileKind.Jpeg, "image/jpeg", [".jpg", ".jpeg"]),
        new(FileKind.Png, "image/png", [".png"]),
        new(FileKind.WebP, "image/webp", [".webp"]),
        new(FileKind.Gif, "image/gif", [".gif"]),
        new(FileKind.Pdf, "application/pdf", [".pdf"]),
        new(FileKind.WordDocument, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"]),
        new(FileKind.ExcelWorkbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx"]),
        new(FileKind.OpenDocumentText, "application/vnd.oasis.opendocument.text", [".odt"]),
        new(FileKind.PlainText, "text/plain", [".txt", ".csv", ".md"]),
    ];

    public bool IsImage => Kind is FileKind.Jpeg or FileKind.Png or FileKind.WebP or FileKind.Gif;

    public static FileType Of(FileKind kind) => All.Single(type => type.Kind == kind);

    /// <summary>Whether a file of this type may bear that name.</summary>
    public bool MayBeNamed(string fileName) =>
        Extensions.Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a browser may have declared that media type; one that says nothing definite is not lying.</summary>
    public bool MayBeDeclared(string? mediaType)
    {
        var declared = mediaType?.Split(';')[0].Trim() ?? "";
        return declared.Length == 0
            || Is(declared, "application/octet-stream")
            || Is(declared, MediaType)
            || (Kind is FileKind.Jpeg && Is(declared, "image/pjpeg"))
            || (Kind is FileKind.PlainText && (Is(declared, "text/csv") || Is(declared, "text/markdown") || Is(declared, "application/vnd.ms-excel")));
    }

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
