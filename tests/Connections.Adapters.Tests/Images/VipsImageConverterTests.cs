using System.Diagnostics;
using System.Text;
using Connections.Adapters.Files;
using Connections.Adapters.Images;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Connections.Adapters.Tests.Images;

public sealed class VipsImageConverterTests
{
    [Theory]
    [InlineData(ImageFormat.WebP, "image/webp", FileKind.WebP)]
    [InlineData(ImageFormat.Jpeg, "image/jpeg", FileKind.Jpeg)]
    [InlineData(ImageFormat.Png, "image/png", FileKind.Png)]
    public async Task An_image_is_made_smaller_in_the_wanted_format(ImageFormat format, string mediaType, FileKind kind)
    {
        var image = await ConvertedAsync(TestImages.Png(400, 200), format, longestSide: 100);

        Assert.Equal(mediaType, image.MediaType);
        Assert.Equal(new ImageSize(100, 50), image.Size);
        Assert.Equal(kind, (await ContentSniffer.RecogniseAsync(new MemoryStream(image.Content)))!.Kind);
    }

    [Fact]
    public async Task Every_accepted_format_can_be_read()
    {
        var png = TestImages.Png(60, 40);
        var jpeg = (await ConvertedAsync(png, ImageFormat.Jpeg, 100)).Content;
        var webP = (await ConvertedAsync(png, ImageFormat.WebP, 100)).Content;

        Assert.Equal(new ImageSize(30, 20), (await ConvertedAsync(png, ImageFormat.Png, 30)).Size);
        Assert.Equal(new ImageSize(30, 20), (await ConvertedAsync(jpeg, ImageFormat.Png, 30)).Size);
        Assert.Equal(new ImageSize(30, 20), (await ConvertedAsync(webP, ImageFormat.Png, 30)).Size);
        Assert.Equal(new ImageSize(1, 1), (await ConvertedAsync(TestImages.Gif(), ImageFormat.Png, 30)).Size);
    }

    [Fact]
    public async Task A_small_image_is_not_blown_up()
    {
        Assert.Equal(new ImageSize(40, 20), (await ConvertedAsync(TestImages.Png(40, 20), ImageFormat.WebP, 1000)).Size);
    }

    [Theory]
    [InlineData(ImageFormat.Jpeg)]
    [InlineData(ImageFormat.Png)]
    [InlineData(ImageFormat.WebP)]
    public async Task Camera_place_and_comments_are_gone_and_the_picture_is_upright(ImageFormat format)
    {
        var photograph = TestImages.WithExif((await ConvertedAsync(TestImages.Png(80, 40), ImageFormat.Jpeg, 100)).Content);
        var known = await FieldsAsync(photograph, ".jpg");
        Assert.Contains(TestImages.Camera, known, StringComparison.Ordinal);
        Assert.Contains("GPSLatitude", known, StringComparison.Ordinal);

        var image = await ConvertedAsync(photograph, format, longestSide: 60);

        Assert.Equal(new ImageSize(30, 60), image.Size);
        var bytes = Encoding.Latin1.GetString(image.Content);
        Assert.All(["Exif", "Secret", "adobe", "GPS", "ICC_PROFILE"], mark => Assert.DoesNotContain(mark, bytes, StringComparison.OrdinalIgnoreCase));
        var fields = await FieldsAsync(image.Content, Path.GetExtension("x." + format.ToString().ToLowerInvariant()));
        Assert.All(["exif", "xmp", "iptc", "icc-profile", "comment", "orientation"], field => Assert.DoesNotContain(field, fields, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("%PDF-1.7\n")]
    [InlineData("plain text")]
    [InlineData("BM......................")]
    [InlineData("II*\0....................")]
    [InlineData("")]
    public async Task What_is_no_accepted_image_is_refused_before_it_is_opened(string content)
    {
        Assert.Equal(ImageRefusal.NotAnImage, await RefusalAsync(Encoding.Latin1.GetBytes(content)));
    }

    [Fact]
    public async Task An_image_that_unpacks_to_too_many_pixels_is_refused_before_it_is_opened()
    {
        Assert.Equal(ImageRefusal.TooLarge, await RefusalAsync(TestImages.PngHeader(50_000, 50_000)));
    }

    [Fact]
    public async Task A_file_with_too_many_bytes_is_refused_before_it_is_opened()
    {
        Assert.Equal(ImageRefusal.TooLarge, await RefusalAsync([.. TestImages.Png(10, 10), .. new byte[2000]], new ImageOptions { MostBytes = 1500 }));
    }

    [Fact]
    public async Task A_damaged_image_is_refused_and_leaves_nothing_behind()
    {
        var folder = Directory.CreateTempSubdirectory("images-");
        var options = new ImageOptions { WorkFolder = folder.FullName };

        Assert.Equal(ImageRefusal.Damaged, await RefusalAsync(TestImages.PngHeader(100, 100), options));
        Assert.Equal(ImageRefusal.Damaged, await RefusalAsync([0xFF, 0xD8, 0xFF, 0xE0, 0, 2, 0xFF, 0xD9], options));
        Assert.Equal(ImageRefusal.Damaged, await RefusalAsync([0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0, 10, 0, 10, 3, .. new byte[100]], options));

        Assert.Empty(folder.GetFileSystemInfos());
        folder.Delete();
    }

    [Fact]
    public async Task An_image_that_needs_more_memory_than_allowed_only_fails_itself()
    {
        var options = new ImageOptions { MostMemory = 20_000_000 };

        Assert.Equal(ImageRefusal.Damaged, await RefusalAsync(TestImages.Png(40, 40), options));
    }

    [Fact]
    public async Task Where_the_program_is_missing_that_is_what_is_said()
    {
        Assert.Equal(ImageRefusal.Unavailable, await RefusalAsync(TestImages.Png(10, 10), new ImageOptions { VipsThumbnail = "/nowhere/vipsthumbnail" }));
    }

    [Fact]
    public async Task A_stopped_conversion_ends_with_the_request()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Converter().ConvertAsync(new MemoryStream(TestImages.Png(10, 10)), ImageFormat.WebP, 10, stopped.Token));
    }

    private static VipsImageConverter Converter(ImageOptions? options = null) =>
        new(Options.Create(options ?? new ImageOptions()), NullLogger<VipsImageConverter>.Instance);

    private static async Task<ConvertedImage> ConvertedAsync(byte[] source, ImageFormat format, int longestSide)
    {
        using var converter = Converter();
        var conversion = await converter.ConvertAsync(new MemoryStream(source), format, longestSide);
        Assert.Null(conversion.Refusal);
        return conversion.Image!;
    }

    private static async Task<ImageRefusal?> RefusalAsync(byte[] source, ImageOptions? options = null)
    {
        using var converter = Converter(options);
        var conversion = await converter.ConvertAsync(new MemoryStream(source), ImageFormat.WebP, 100);
        Assert.Null(conversion.Image);
        return conversion.Refusal;
    }

    /// <summary>Every field libvips finds in an image, metadata included.</summary>
    private static async Task<string> FieldsAsync(byte[] image, string extension)
    {
        var file = Path.Combine(Path.GetTempPath(), $"fields-{Guid.NewGuid():N}{extension}");
        await File.WriteAllBytesAsync(file, image);
        try
        {
            using var process = Process.Start(new ProcessStartInfo("/usr/bin/vipsheader", ["-a", file]) { UseShellExecute = false, RedirectStandardOutput = true })!;
            var fields = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
            return fields.Replace(file, "", StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
