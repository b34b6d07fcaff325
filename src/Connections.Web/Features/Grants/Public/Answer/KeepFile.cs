using Connections.Adapters.Blobs;
using Connections.Domain.Calls;
using Connections.Domain.Forms;
using Connections.Domain.Shared;
using Connections.Web.Security;

namespace Connections.Web.Features.Grants.Public.Answer;

/// <summary>Stores a file that was sent with an answer, if it is what it says it is: judged by its first bytes, never by its name.</summary>
public sealed class KeepFile(IBlobStore blobs)
{
    private const int LongestName = 150;

    private static readonly (string Type, byte[] Start)[] Known =
    [
        ("application/pdf", "%PDF-"u8.ToArray()),
        ("image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("image/jpeg", [0xFF, 0xD8, 0xFF]),
    ];

    /// <returns>What is wrong with the file, if anything. Nothing is kept.</returns>
    public static async Task<AnswerError?> CheckAsync(FormField field, IFormFile file, CancellationToken ct)
    {
        var most = Math.Min(field.Number("maxBytes") ?? 10 * 1024 * 1024, SecurityRegistration.LargestRequest);
        if (file.Length > most)
        {
            return new AnswerError(field.Alias, "Answer.FileTooLarge", null, most / (1024 * 1024));
        }

        if (file.Length == 0)
        {
            return new AnswerError(field.Alias, "Answer.FileEmpty");
        }

        return await TypeAsync(file, ct) is { } type && field.Words("types").Contains(type) ? null : new AnswerError(field.Alias, "Answer.FileOfAnotherType");
    }

    /// <summary>Keeps a file that was found to be right.</summary>
    public async Task<AttachedFile> HandleAsync(CallApplicationId application, IFormFile file, CancellationToken ct)
    {
        var type = await TypeAsync(file, ct) ?? throw new InvalidOperationException("A file is kept once its type is known.");
        await using var content = file.OpenReadStream();
        var key = $"applications/{application}/{Guid.CreateVersion7():N}";
        await blobs.PutAsync(key, content, type, ct);
        var name = OneLine.Of(Path.GetFileName(file.FileName.Replace('\\', '/')));
        return new AttachedFile(key, name.Length > LongestName ? name[^LongestName..] : name, type, file.Length);
    }

    private static async Task<string?> TypeAsync(IFormFile file, CancellationToken ct)
    {
        await using var content = file.OpenReadStream();
        var start = new byte[8];
        var read = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct);
        return Known.FirstOrDefault(k => start.AsSpan(0, read).StartsWith(k.Start)).Type;
    }
}
