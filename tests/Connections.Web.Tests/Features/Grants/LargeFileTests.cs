using System.Net;
using Connections.Domain.Forms;
using Connections.Testing;
using Connections.Testing.Html;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.Features.Grants;

/// <summary>A page that asks for words and for a file, and what comes of the words when the file is too large.</summary>
public abstract class LargeFileTests(HostFixture fixture)
{
    private const string Words = "Zwölf Boxkämpfer erzählen,\nи мы слушаем.";
    private readonly ConnectionsHost host = fixture.Host;

    [Theory]
    [InlineData(3_000_000)]
    [InlineData(13_000_000)]
    [InlineData(60_000_000)]
    public async Task The_words_are_kept_and_the_limit_stands_beside_the_file(int size)
    {
        var (visitor, path) = await BegunAsync();
        using var _ = visitor;

        var page = await (await FilledAsync(visitor, path, Pdf(size))).SubmitAsync();

        page.AssertStatus(HttpStatusCode.OK);
        page.AssertHasError("Form.Files[letter]", "Choose a file of 2 MB or less");
        Assert.Equal(Words, page.Document.QuerySelector("[name='Form.Text[story]']")!.TextContent.ReplaceLineEndings("\n").Trim());
        await AssertNothingStoredAsync(visitor);
        await AssertNoFileLeftAsync();
    }

    [Fact]
    public async Task A_file_of_the_right_size_is_kept_whole_beside_a_larger_form_of_words()
    {
        var (visitor, path) = await BegunAsync();
        using var _ = visitor;
        var file = Pdf(1_900_000);

        var next = await (await FilledAsync(visitor, path, file)).SubmitAsync();
        var download = await visitor.Http.GetAsync($"{path[..path.IndexOf("/questions", StringComparison.Ordinal)]}/files/letter");

        next.AssertStatus(HttpStatusCode.OK);
        Assert.Equal(file, await download.Content.ReadAsByteArrayAsync());
        await AssertNoFileLeftAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Beyond_what_is_read_a_page_of_its_own_says_so(bool tellsItsLength)
    {
        var (visitor, path) = await BegunAsync();
        using var _ = visitor;
        var token = (await visitor.GetAsync(path)).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent(token), "__RequestVerificationToken");
        form.Add(new StringContent(Words), "Form.Text[story]");
        form.Add(tellsItsLength ? new ByteArrayContent(Pdf(110_000_000)) : new StreamContent(new EndlessStream(110_000_000)), "Form.Files[letter]", "letter.pdf");

        var page = await visitor.PostAsync(path, form);

        page.AssertStatus(HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal("That was too large to send", page.Heading);
        await AssertNothingStoredAsync(visitor);
        await AssertNoFileLeftAsync();
    }

    private static async Task<PageForm> FilledAsync(Visitor visitor, string path, byte[] file) =>
        (await visitor.GetAsync(path)).Form("Save and go on").Set("Form.Text[story]", Words).Attach("Form.Files[letter]", "letter.pdf", "application/pdf", file);

    private static byte[] Pdf(int size)
    {
        var content = new byte[size];
        "%PDF-1.7 "u8.CopyTo(content);
        return content;
    }

    private static async Task AssertNoFileLeftAsync()
    {
        // Other tests send files of their own meanwhile; each is gone when its request is.
        for (var tries = 0; tries < 100; tries++)
        {
            if (System.IO.Directory.GetFiles(Path.GetTempPath(), "connections-upload-*").Length == 0)
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Empty(System.IO.Directory.GetFiles(Path.GetTempPath(), "connections-upload-*"));
    }

    private async Task AssertNothingStoredAsync(Visitor visitor) =>
        Assert.Null((await host.WithDataAsync(db => db.Applications.AsNoTracking().SingleAsync(a => a.AccountId == visitor.Person))).Answers["story"].Text);

    private async Task<(Visitor Visitor, string Path)> BegunAsync()
    {
        var definition = new FormDefinition
        {
            Key = "letters",
            Pages =
            [
                CallsForTests.Page("letter", "Letter",
                    CallsForTests.Field("story", "Your story", FieldKind.LongAnswer),
                    CallsForTests.Field("letter", "A letter", FieldKind.FileUpload, ("maxBytes", "2097152"), ("types", "application/pdf"))),
            ],
        };
        var visitor = await host.SignedInAsync();
        return (visitor, $"{await visitor.BeginAsync(await host.AddOpenCallAsync(definition: definition))}/questions/letter");
    }

    /// <summary>So many bytes whose number nobody is told beforehand.</summary>
    private sealed class EndlessStream(long size) : Stream
    {
        private long left = size;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(left, count);
            left -= read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

public sealed class LargeFileTestsOnSqlite(OnSqlite fixture) : LargeFileTests(fixture), IClassFixture<OnSqlite>;

public sealed class LargeFileTestsOnPostgreSql(OnPostgreSql fixture) : LargeFileTests(fixture), IClassFixture<OnPostgreSql>;
