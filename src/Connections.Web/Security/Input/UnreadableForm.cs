namespace Connections.Web.Security.Input;

internal static class UnreadableForm
{
    /// <summary>400 for bytes that are no text, 413 for more than is read.</summary>
    public static int StatusOf(Exception reading) => reading switch
    {
        BadHttpRequestException refused => refused.StatusCode,
        InvalidDataException { InnerException: InvalidOperationException } => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status413PayloadTooLarge,
    };
}
