using System.Net.Http.Headers;
using System.Text;

namespace Connections.Adapters.Blobs;

/// <summary>What may be a name or a content type, the same for every store, so that a name good in one is good in all.</summary>
internal static class BlobRules
{
    private const int LongestName = 1024;
    private const int MostParts = 200;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void RequireName(string name)
    {
        if (WhyNotAName(name) is { } reason)
        {
            throw new ArgumentException($"This cannot be the name of a stored file: {reason}.", nameof(name));
        }
    }

    public static void RequireContentType(string contentType)
    {
        if (contentType.Length > 200 || contentType.Any(char.IsControl) || !MediaTypeHeaderValue.TryParse(contentType, out _))
        {
            throw new ArgumentException("This is not a content type.", nameof(contentType));
        }
    }

    private static string? WhyNotAName(string name)
    {
        if (name.Any(c => char.IsControl(c) || c is '\\' or '\uFFFE' or '\uFFFF'))
        {
            return "it holds a control character or a backslash";
        }

        try
        {
            if (Strict.GetByteCount(name) > LongestName)
            {
                return $"it is longer than {LongestName} bytes";
            }
        }
        catch (EncoderFallbackException)
        {
            return "it is not well-formed Unicode";
        }

        var parts = name.Split('/');
        return parts.Length > MostParts ? $"it has more than {MostParts} parts"
            : parts.Any(part => part.Length == 0) ? "a part of it is empty"
            : parts.Any(part => part.EndsWith('.')) ? "a part of it ends with a dot"
            : null;
    }
}
