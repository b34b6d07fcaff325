using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Connections.Web.Security.Input.Uploads;

/// <summary>Reads a form with files from the stream as it comes. Text is kept; of a file that is too large the rest is read and
/// dropped, and only how large it was is told on. What is kept of files goes to temporary ones that end with the request.</summary>
internal static class ReadLargeForm
{
    private const int Step = 64 * 1024;
    private const int LongestBoundary = 128;
    private const int MostParts = 1024;
    private const int LongestValue = 1024 * 1024;
    private const int MostText = (int)SecurityRegistration.LargestRequest;

    /// <exception cref="InvalidDataException">Where the request is no such form.</exception>
    /// <exception cref="BadHttpRequestException">Where it is larger than is read.</exception>
    public static async Task<IFormCollection> HandleAsync(HttpRequest request, UploadLimits limits, CancellationToken ct)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > LongestBoundary)
        {
            throw new InvalidDataException("The form has no boundary that could be read.");
        }

        var reader = new MultipartReader(boundary, request.Body) { BodyLengthLimit = null };
        var values = new KeyValueAccumulator();
        var files = new FormFileCollection();
        var (total, text, parts) = (0L, 0L, 0);
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            Check(++parts <= MostParts);
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var named) || NameOf(named) is not { } name)
            {
                throw new InvalidDataException("A part of the form has no name.");
            }

            if (named.IsFileDisposition())
            {
                var file = await ReadFileAsync(request.HttpContext, section, named, name, limits, limits.MostRead - total, ct);
                files.Add(file);
                total += file.Length;
            }
            else
            {
                using var value = new MemoryStream();
                text += await CopyAsync(section.Body, value, LongestValue, LongestValue, ct);
                Check(text <= MostText);
                values.Append(name, Encoding.UTF8.GetString(value.GetBuffer().AsSpan(0, (int)value.Length)));
            }
        }

        return new FormCollection(values.HasValues ? values.GetResults() : new Dictionary<string, StringValues>(), files);
    }

    private static string? NameOf(ContentDispositionHeaderValue named) =>
        HeaderUtilities.RemoveQuotes(named.Name).Value is { Length: > 0 and <= 2048 } name ? name : null;

    private static async Task<IFormFile> ReadFileAsync(
        HttpContext http, MultipartSection section, ContentDispositionHeaderValue named, string name, UploadLimits limits, long left, CancellationToken ct)
    {
        Stream content = TemporaryFile();
        http.Response.RegisterForDisposeAsync(content);
        var length = await CopyAsync(section.Body, content, limits.LargestFile, left, ct);
        if (length > limits.LargestFile)
        {
            await content.DisposeAsync();
            content = Stream.Null;
        }

        var fileName = HeaderUtilities.RemoveQuotes(named.FileNameStar.HasValue ? named.FileNameStar : named.FileName).Value ?? "";
        return new FormFile(content, 0, length, name, fileName) { Headers = new HeaderDictionary(section.Headers ?? []) };
    }

    private static FileStream TemporaryFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), $"connections-upload-{Guid.NewGuid():N}"), options);
    }

    /// <summary>Copies up to a limit, and reads the rest to its end.</summary>
    /// <param name="kept">How much is copied.</param>
    /// <param name="most">How much is read.</param>
    /// <returns>How much there was.</returns>
    private static async Task<long> CopyAsync(Stream from, Stream to, long kept, long most, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Step);
        try
        {
            var length = 0L;
            for (var read = await from.ReadAsync(buffer, ct); read > 0; read = await from.ReadAsync(buffer, ct))
            {
                if (length < kept)
                {
                    await to.WriteAsync(buffer.AsMemory(0, (int)Math.Min(read, kept - length)), ct);
                }

                length += read;
                Check(length <= most);
            }

            return length;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void Check(bool fits)
    {
        if (!fits)
        {
            throw new BadHttpRequestException("The form is larger than is read.", StatusCodes.Status413PayloadTooLarge);
        }
    }
}
