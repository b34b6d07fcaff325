namespace Connections.Adapters.Files;

/// <summary>The kinds of file the portal takes at all.</summary>
public enum FileKind
{
    Jpeg,
    Png,
    WebP,
    Gif,
    Pdf,
    WordDocument,
    ExcelWorkbook,
    OpenDocumentText,
    PlainText,
}
