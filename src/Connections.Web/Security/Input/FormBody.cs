namespace Connections.Web.Security.Input;

/// <summary>Reads the body of a plain form before the framework does. The framework refuses a whole form for one zero
/// character in it, and leaves bytes that are no Unicode as they were escaped; here both become the mark for "unreadable",
/// which <see cref="ReadableFormFilter"/> takes out and tells of beside its field. A body that is too large is answered as such.</summary>
internal sealed class FormBody(RequestDelegate next)
{
    private const string PlainForm = "application/x-www-form-urlencoded";

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentLength > SecurityRegistration.LargestRequest)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (request.ContentType?.StartsWith(PlainForm, StringComparison.OrdinalIgnoreCase) is true && !await TryReadAsync(context))
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
