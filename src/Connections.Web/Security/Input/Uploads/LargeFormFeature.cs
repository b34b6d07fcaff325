using Microsoft.AspNetCore.Http.Features;

namespace Connections.Web.Security.Input.Uploads;

/// <summary>Reads a form with files when somebody asks for it, once: whoever is turned away before has sent nothing for nothing.</summary>
internal sealed class LargeFormFeature(HttpRequest request, UploadLimits limits) : IFormFeature
{
    private Task<IFormCollection>? reading;

    // The page that tells of a failure runs as a request without content.
    public bool HasFormContentType => request.ContentType is not null;

    public IFormCollection? Form { get; set; }

    public IFormCollection ReadForm() => Form ?? ReadFormAsync(CancellationToken.None).GetAwaiter().GetResult();

    public Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken) =>
        Form is { } read ? Task.FromResult(read) : reading ??= ReadAsync(cancellationToken);

    private async Task<IFormCollection> ReadAsync(CancellationToken ct) => Form = await ReadLargeForm.HandleAsync(request, limits, ct);
}
