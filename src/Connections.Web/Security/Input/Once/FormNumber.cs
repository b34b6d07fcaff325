using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Connections.Web.Security.Input.Once;

/// <summary>A number that every form gets anew each time a page draws it. With the same number and the same content a form
/// is one that was sent before; somebody who goes back and changes a word sends another one.</summary>
internal static class FormNumber
{
    /// <summary>Name of the hidden field that carries it.</summary>
    public const string Field = "__FormNumber";

    private const int Bytes = 16;
    private const int Characters = 22;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <returns>Null for a form without a number, or with one that was not made here.</returns>
    public static string? Of(IFormCollection form) =>
        form[Field] is [{ Length: Characters } number] && number.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? number : null;

    /// <returns>A number that every form of one page has in one browser, known by its cookie against forgery.</returns>
    public static string OfBrowser(HttpRequest request, string cookie) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Cookies[cookie]} {request.Path}{request.QueryString}")))[..Characters];

    /// <summary>What is alike only for the same number, from the same person, to the same address, with the same words and files.</summary>
    public static async Task<string> DigestAsync(HttpRequest request, string number, IFormCollection form, CancellationToken ct)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(digest, number);
        Add(digest, request.HttpContext.User.AccountIdOrNull?.ToString() ?? "");
        Add(digest, request.Path + request.QueryString);

        // The token of the antiforgery check differs from page to page for the same words.
        foreach (var (name, values) in form.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            Add(digest, name);
            Add(digest, values.Count.ToString(CultureInfo.InvariantCulture));
            foreach (var value in values)
            {
                Add(digest, value ?? "");
            }
        }

        foreach (var file in form.Files)
        {
            Add(digest, file.Name);
            Add(digest, file.FileName);
            await using var content = file.OpenReadStream();
            Add(digest, await SHA256.HashDataAsync(content, ct));
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private static void Add(IncrementalHash digest, string part) => Add(digest, Encoding.UTF8.GetBytes(part));

    // Each part goes in with its length, so that no two lists of parts run together into the same bytes.
    private static void Add(IncrementalHash digest, byte[] part)
    {
        digest.AppendData(BitConverter.GetBytes(part.Length));
        digest.AppendData(part);
    }
}
