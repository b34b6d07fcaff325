using Connections.Web.Security.Input.Uploads;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Connections.Web.Security.Input;

/// <summary>Reads the body of a plain form before the framework does. The framework refuses a whole form for one zero
/// character in it, and leaves bytes that are no Unicode as they were escaped; here both become the mark for "unreadable",
/// which <see cref="ReadableFormFilter"/> takes out and tells of beside its field. A body that is too large is answered as such.
/// A form with files is read as <see cref="ReadLargeForm"/> does, so that a file that is too large costs nobody what they typed.</summary>
internal sealed class FormBody(RequestDelegate next, IOptions<UploadLimits> uploads)
{
    private const string PlainForm = "application/x-www-form-urlencoded";
    private const string FormWithFiles = "multipart/form-data";

    // Most requests only read.
    public Task InvokeAsync(HttpContext context) =>
        context.Request is { ContentType: null, ContentLength: null or <= SecurityRegistration.LargestRequest } ? next(context) : TakeAsync(context);

    private static bool IsOf(HttpRequest request, string type) => request.ContentType?.StartsWith(type, StringComparison.OrdinalIgnoreCase) is true;

    private async Task TakeAsync(HttpContext context)
    {
        var request = context.Request;
        var hasFiles = IsOf(request, FormWithFiles);
        if (request.ContentLength > (hasFiles ? uploads.Value.MostRead : SecurityRegistration.LargestRequest))
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (hasFiles)
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most)
            {
                most.MaxRequestBodySize = uploads.Value.MostRead;
            }

            context.Features.Set<IFormFeature>(new LargeFormFeature(request, uploads.Value));
        }

        if (IsOf(request, PlainForm) && !await TryReadAsync(context))
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        await next(context);
    }

    private static async Task<bool> TryReadAsync(HttpContext context)
    {
        var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (BadHttpRequestException)
        {
            return false;
        }

        context.Request.Body = new MemoryStream(EscapedText.Readable(body.GetBuffer().AsSpan(0, (int)body.Length)), writable: false);
        return true;
    }
}
