using System.IO.Compression;
using System.Text;
using Connections.Adapters.Files;
using Connections.Adapters.Tests.Images;

namespace Connections.Adapters.Tests.Files;

public sealed class ContentSnifferTests
{
    public static TheoryData<string, FileKind?> Texts => new()
    {
        { "Hello\r\n\twörld 日本語 👩\f", FileKind.PlainText },
        { "\uFEFFname;town\n", FileKind.PlainText },
        { new string('é', 100_001), FileKind.PlainText },
        { "a" + new string('é', 100_001), FileKind.PlainText },
        { "", null },
        { "a\0b", null },
        { "a\u001Bb", null },
        { "a\u007Fb", null },
        { new string('a', 200_000) + "\0", null },
        { "<!doctype html>", null },
        { " \n<svg/>", null },
        { "\uFEFF<?xml?>", null },
        { "%!PS-Adobe", null },
        { "%PDF-1.7\n%âãÏÓ", FileKind.Pdf },
        { " %PDF-1.7", FileKind.PlainText },
        { "GIF88a", FileKind.PlainText },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_is_told_from_what_only_looks_like_it(string content, FileKind? expected)
    {
        Assert.Equal(expected, await KindAsync(Encoding.UTF8.GetBytes(content)));
    }

    [Fact]
    public async Task Text_that_is_not_utf8_is_not_taken()
    {
        Assert.Null(await KindAsync([0x61, 0xE9, 0x62]));
        Assert.Null(await KindAsync([0x61, 0xC3]));
        Assert.Null(await KindAsync([0xFF, 0xFE, 0x61, 0x00]));
    }

    [Fact]
    public async Task Images_are_known_by_their_first_bytes()
    {
        Assert.Equal(FileKind.Png, await KindAsync(TestImages.Png(2, 2)));
        Assert.Equal(FileKind.Gif, await KindAsync(TestImages.Gif()));
        Assert.Equal(FileKind.Jpeg, await KindAsync([0xFF, 0xD8, 0xFF, 0xE0]));
        Assert.Equal(FileKind.WebP, await KindAsync([.. "RIFF"u8, 1, 2, 3, 4, .. "WEBPVP8 "u8]));
        Assert.Null(await KindAsync([0xFF, 0xD8]));
        Assert.Null(await KindAsync([.. "RIFF"u8, 1, 2, 3, 4, .. "WAVEfmt "u8]));
    }

    [Theory]
    [InlineData(FileKind.WordDocument, "[Content_Types].xml", "word/document.xml")]
    [InlineData(FileKind.ExcelWorkbook, "[Content_Types].xml", "xl/workbook.xml")]
    [InlineData(FileKind.OpenDocumentText, "mimetype", "content.xml")]
    [InlineData(null, "content.xml", "mimetype")]
    [InlineData(null, "word/document.xml")]
    [InlineData(null, "[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")]
    [InlineData(null, "mimetype", "content.xml", "Basic/script-lc.xml")]
    [InlineData(null, "readme.txt")]
    public async Task Office_files_are_told_from_other_archives_and_macros_are_not_taken(FileKind? expected, params string[] entries)
    {
        var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                using var stream = zip.CreateEntry(entry, CompressionLevel.NoCompression).Open();
                stream.Write("application/vnd.oasis.opendocument.text"u8);
            }
        }

        Assert.Equal(expected, await KindAsync(content.ToArray()));
    }

    [Fact]
    public async Task A_broken_archive_is_no_known_file()
    {
        Assert.Null(await KindAsync([(byte)'P', (byte)'K', 3, 4, .. new byte[100]]));
    }

    [Theory]
    [InlineData("photo.png", "image/png", null)]
    [InlineData("PHOTO.PNG", "image/png; x=y", null)]
    [InlineData("photo.png", null, null)]
    [InlineData("photo.png", "application/octet-stream", null)]
    [InlineData("photo.jpg", "image/png", FileRefusal.NotWhatItSays)]
    [InlineData("photo.png", "image/jpeg", FileRefusal.NotWhatItSays)]
    [InlineData("photo.png", "text/html", FileRefusal.NotWhatItSays)]
    [InlineData("photo.png.html", "image/png", FileRefusal.NotWhatItSays)]
    [InlineData("photo", "image/png", FileRefusal.NotWhatItSays)]
    public async Task A_file_that_says_it_is_something_else_is_refused(string name, string? declared, FileRefusal? expected)
    {
        var verdict = await FileCheck.RunAsync(new MemoryStream(TestImages.Png(2, 2)), name, declared, [FileKind.Png, FileKind.Jpeg]);

        Assert.Equal(new FileVerdict(FileType.Of(FileKind.Png), expected), verdict);
        Assert.Equal(expected is null, verdict.IsAccepted);
    }

    [Fact]
    public async Task A_kind_that_is_not_wanted_is_refused()
    {
        Assert.Equal(FileRefusal.KindNotAllowed, (await FileCheck.RunAsync(new MemoryStream("hello"u8.ToArray()), "a.txt", "text/plain", [FileKind.Pdf])).Refusal);
        Assert.Equal(FileRefusal.UnknownKind, (await FileCheck.RunAsync(new MemoryStream([0, 1]), "a.pdf", "application/pdf", [FileKind.Pdf])).Refusal);
        Assert.Equal(FileRefusal.Empty, (await FileCheck.RunAsync(new MemoryStream(), "a.pdf", "application/pdf", [FileKind.Pdf])).Refusal);
    }

    [Fact]
    public async Task The_file_is_left_at_its_start()
    {
        var content = new MemoryStream("hello"u8.ToArray()) { Position = 3 };

        await ContentSniffer.RecogniseAsync(content);

        Assert.Equal(0, content.Position);
    }

    private static async Task<FileKind?> KindAsync(byte[] content) => (await ContentSniffer.RecogniseAsync(new MemoryStream(content)))?.Kind;
}
