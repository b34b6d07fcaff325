using System.IO.Compression;
using System.Text;

namespace Connections.Adapters.Files;

/// <summary>Tells office files from other zip archives by what lies in them. Files with macros are not taken.</summary>
internal static class OfficeFile
{
    private const int MostEntries = 5000;

    public static FileKind? Recognise(Stream content)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var names = zip.Entries.Take(MostEntries + 1).Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (names.Count > MostEntries || names.Any(IsMacro))
            {
                return null;
            }

            return names.Contains("[Content_Types].xml") && names.Contains("word/document.xml") ? FileKind.WordDocument
                : names.Contains("[Content_Types].xml") && names.Contains("xl/workbook.xml") ? FileKind.ExcelWorkbook
                : names.Contains("content.xml") && DeclaredType(zip) == FileType.Of(FileKind.OpenDocumentText).MediaType ? FileKind.OpenDocumentText
                : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    private static bool IsMacro(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase);

    /// <summary>An OpenDocument file begins with an entry that holds nothing but its media type.</summary>
    private static string? DeclaredType(ZipArchive zip)
    {
        if (zip.Entries[0] is not { FullName: "mimetype" } entry)
        {
            return null;
        }

        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        var text = new char[100];
        return new string(text, 0, reader.ReadBlock(text, 0, text.Length));
    }
}
