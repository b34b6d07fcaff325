using System.Globalization;
using Connections.Adapters.Files;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Connections.Adapters.Images;

/// <summary>Reads images with libvips in a process of their own, so that a hostile one can at worst fail its own upload.</summary>
public sealed class VipsImageConverter(IOptions<ImageOptions> options, ILogger<VipsImageConverter> logger) : IImageConverter, IDisposable
{
    private readonly ImageOptions options = options.Value;
    private readonly SemaphoreSlim places = new(options.Value.AtOnce);

    public bool IsAvailable => File.Exists(options.VipsThumbnail) && File.Exists(options.PrLimit);

    public async Task<ImageConversion> ConvertAsync(Stream source, ImageFormat format, int longestSide, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longestSide, 1);
        if (source.Length > options.MostBytes)
        {
            return ImageConversion.Refused(ImageRefusal.TooLarge);
        }

        var type = await ContentSniffer.RecogniseAsync(source, ct);
        if (type is not { IsImage: true })
        {
            return ImageConversion.Refused(ImageRefusal.NotAnImage);
        }

        var size = await ImageHeader.ReadAsync(source, type.Kind, ct);
        if (size is null || size.Value.Pixels > options.MostPixels)
        {
            return ImageConversion.Refused(size is null ? ImageRefusal.Damaged : ImageRefusal.TooLarge);
        }

        if (!IsAvailable)
        {
            logger.LogError("Images cannot be converted: {VipsThumbnail} or {PrLimit} is not installed", options.VipsThumbnail, options.PrLimit);
            return ImageConversion.Refused(ImageRefusal.Unavailable);
        }

        return await ConvertInFolderAsync(source, type, format, longestSide, ct);
    }

    public void Dispose() => places.Dispose();

    private async Task<ImageConversion> ConvertInFolderAsync(Stream source, FileType type, ImageFormat format, int longestSide, CancellationToken ct)
    {
        await places.WaitAsync(ct);
        var folder = CreateFolder();
        try
        {
            var input = Path.Combine(folder, "input" + type.Extensions[0]);
            await using (var file = File.Create(input))
            {
                await source.CopyToAsync(file, ct);
            }

            var (kind, settings) = Output(format);
            var output = Path.Combine(folder, "output" + FileType.Of(kind).Extensions[0]);
            var error = await LimitedProcess.RunAsync(options, Arguments(input, output + settings, longestSide), ct);
            if (error is not null || !File.Exists(output))
            {
                logger.LogInformation("An uploaded image could not be read: {Error}", error);
                return ImageConversion.Refused(ImageRefusal.Damaged);
            }

            var written = await File.ReadAllBytesAsync(output, ct);
            var content = kind is FileKind.WebP ? WebPMetadata.Strip(written) : written;
            return content is not null && ImageHeader.Read(content, kind) is { } size
                ? new(new ConvertedImage(content, FileType.Of(kind).MediaType, size), null)
                : ImageConversion.Refused(ImageRefusal.Damaged);
        }
        finally
        {
            places.Release();
            Directory.Delete(folder, recursive: true);
        }
    }

    private string CreateFolder()
    {
        var folder = Path.Combine(options.WorkFolder ?? Path.GetTempPath(), $"image-{Guid.NewGuid():N}");
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(folder).FullName;
        }

        return Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
    }

    private static string[] Arguments(string input, string output, int longestSide) =>
        [input, "--size", string.Create(CultureInfo.InvariantCulture, $"{longestSide}x{longestSide}>"), "--export-profile", "srgb", "-o", output];

    // "strip" leaves out every kind of metadata (camera, place, comments, colour profile, embedded thumbnails), but for WebP.
    private static (FileKind Kind, string Settings) Output(ImageFormat format) => format switch
    {
        ImageFormat.WebP => (FileKind.WebP, "[Q=80,strip]"),
        ImageFormat.Jpeg => (FileKind.Jpeg, "[Q=82,strip,optimize_coding,background=255]"),
        ImageFormat.Png => (FileKind.Png, "[compression=9,strip]"),
    };
}
