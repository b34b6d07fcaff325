namespace Connections.Web.Security.Input;

/// <summary>Reads the body of a plain form before the framework does. The framework refuses a whole form for one zero
/// character in it; here that character becomes the mark for "unreadable", which <see cref="ReadableFormFilter"/> takes
/// out and tells of beside its field. A body that is too large is answered as such.</summary>
internal sealed class FormBody(RequestDelegate next)
{
    private const string PlainForm = "application/x-www-form-urlencoded";

    private static readonly byte[] Zero = "%00"u8.ToArray();
    private static readonly byte[] Unreadable = "%EF%BF%BD"u8.ToArray();

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

        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        context.Request.Body = bytes.Span.IndexOf(Zero) < 0 ? new MemoryStream(bytes.ToArray(), writable: false) : new MemoryStream(Marked(bytes.Span), writable: false);
        return true;
    }

    private static byte[] Marked(ReadOnlySpan<byte> body)
    {
        var marked = new List<byte>(body.Length + 64);
        while (body.IndexOf(Zero) is >= 0 and var at)
        {
            marked.AddRange(body[..at]);
            marked.AddRange(Unreadable);
            body = body[(at + Zero.Length)..];
        }

        marked.AddRange(body);
        return [.. marked];
    }
}
