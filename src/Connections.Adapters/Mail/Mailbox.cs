using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Connections.Adapters.Mail;

/// <summary>A checked e-mail address with an optional display name. The domain is kept in its ASCII (punycode) form.</summary>
/// <remarks>
/// Stricter than the RFCs on purpose: quoted local parts, comments and address literals are refused. People do not have
/// them, and they are how one address is made to look like another.
/// </remarks>
public sealed record Mailbox
{
    private static readonly SearchValues<char> AtomCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~");

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private Mailbox(string localPart, string domain, string? name)
    {
        LocalPart = localPart;
        Domain = domain;
        Name = name;
    }

    public string LocalPart { get; }

    public string Domain { get; }

    public string? Name { get; }

    public string Address => $"{LocalPart}@{Domain}";

    /// <summary>True when only a server that speaks SMTPUTF8 can take mail for this address.</summary>
    public bool NeedsSmtpUtf8 => !Ascii.IsValid(LocalPart);

    public static Mailbox Create(string address, string? name = null) =>
        TryCreate(address, name, out var mailbox)
            ? mailbox
            : throw new MailFormatException($"'{MailText.Visible(address)}' is not an e-mail address, or its name holds a line break.");

    public static bool TryCreate(string? address, [NotNullWhen(true)] out Mailbox? mailbox) =>
        TryCreate(address, null, out mailbox);

    public static bool TryCreate(string? address, string? name, [NotNullWhen(true)] out Mailbox? mailbox)
    {
        mailbox = null;
        var at = address?.LastIndexOf('@') ?? -1;
        if (address is null || at < 1 || name?.AsSpan().ContainsAny('\r', '\n', '\0') is true)
        {
            return false;
        }

        var local = address[..at];
        if (!IsLocalPart(local) || !TryToAscii(address[(at + 1)..], out var domain))
        {
            return false;
        }

        mailbox = new Mailbox(local, domain, string.IsNullOrWhiteSpace(name) ? null : name.Trim());
        return true;
    }

    public override string ToString() => Name is null ? Address : $"{Name} <{Address}>";

    private static bool IsLocalPart(string local) =>
        Encoding.UTF8.GetByteCount(local) <= 64
        && local.Split('.').All(atom => atom.Length > 0 && IsAtom(atom));

    private static bool IsAtom(string atom) =>
        atom.EnumerateRunes().All(rune => rune.IsAscii
            ? AtomCharacters.Contains((char)rune.Value)
            : rune != Rune.ReplacementChar && (Rune.IsLetterOrDigit(rune) || IsMark(rune)));

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // 254 characters is the longest address there can be (RFC 5321); 64 and the @ sign belong to the local part.
    private static bool TryToAscii(string domain, [NotNullWhen(true)] out string? ascii)
    {
        ascii = null;
        try
        {
            var mapped = Idn.GetAscii(domain).ToLowerInvariant();
            var last = mapped[(mapped.LastIndexOf('.') + 1)..];
            if (mapped.Length > 189 || last.Length == mapped.Length || last.All(char.IsAsciiDigit))
            {
                return false;
            }

            ascii = mapped;
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
