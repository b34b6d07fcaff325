using System.Security.Cryptography;
using System.Text;

namespace Connections.Reviewing.Draws;

/// <summary>An entrant's ticket: 32 bytes that nobody could know before the public randomness.</summary>
public sealed record Ticket(string Entrant, byte[] Bytes)
{
    public string Hex => Convert.ToHexStringLower(Bytes);
}

/// <summary>The result of a draw, with everything needed to repeat it.</summary>
/// <param name="Commitment">Hⁿ(secret), published before the draw.</param>
/// <param name="Reveal">The link of the chain that is opened at the draw.</param>
/// <param name="PoolHash">SHA-256 of the sorted entrants, one a line: published with the commitment.</param>
/// <param name="Tickets">Lowest first.</param>
/// <param name="Selected">The entrants with the lowest tickets.</param>
/// <param name="Substitutes">Everyone else, in the order in which they move up.</param>
public sealed record DrawResult(
    byte[] Commitment,
    byte[] Reveal,
    byte[] PoolHash,
    IReadOnlyList<Ticket> Tickets,
    IReadOnlyList<string> Selected,
    IReadOnlyList<string> Substitutes);

/// <summary>A draw that anybody can repeat and nobody could steer.</summary>
/// <remarks>
/// Procedure (draft-thomson-elegy-vrs): before the draw the organiser publishes <c>Hⁿ(secret)</c>, the SHA-256 of the SHA-256 … of the secret
/// (UTF-8), the pool and a public source of randomness with its round. At the draw it opens an earlier link of the chain, <c>H^link(secret)</c>,
/// with link = n − 1 the first time and one less for each later draw. Then <c>PRK = HKDF-Extract(salt = reveal, IKM = randomness)</c> and
/// each entrant's ticket is <c>HKDF-Expand(PRK, info = reference in UTF-8, 32 bytes)</c> (RFC 5869). The lowest tickets win.
/// Guarantees: the organiser cannot change the secret afterwards, the source does not know it, and an entrant's ticket depends on nothing but
/// the reveal, the randomness and the entrant's own reference, so that a withdrawal never reorders the rest.
/// </remarks>
public static class VerifiableDraw
{
    public const int TicketLength = 32;
    public const int LongestChain = 10_000;

    /// <summary>H applied <paramref name="times"/> times to the secret's UTF-8 bytes.</summary>
    public static byte[] Link(string secret, int times)
    {
        var link = Encoding.UTF8.GetBytes(secret);
        for (var k = 0; k < times; k++)
        {
            link = SHA256.HashData(link);
        }

        return link;
    }

    public static DrawResult Run(string secret, int chain, int link, byte[] randomness, IReadOnlyCollection<string> entrants, int places)
    {
        if (chain < 1 || chain > LongestChain || link < 1 || link >= chain)
        {
            throw new ArgumentException($"The link must be at least 1 and below the chain's length, which is at most {LongestChain}.", nameof(link));
        }

        var reveal = Link(secret, link);
        var tickets = Tickets(reveal, randomness, entrants);
        return new DrawResult(
            Link(secret, chain),
            reveal,
            PoolHash(entrants),
            tickets,
            [.. tickets.Take(places).Select(t => t.Entrant)],
            [.. tickets.Skip(places).Select(t => t.Entrant)]);
    }

    /// <summary>Everyone's tickets, lowest first. Their order does not depend on the order of the entrants.</summary>
    public static IReadOnlyList<Ticket> Tickets(byte[] reveal, byte[] randomness, IEnumerable<string> entrants)
    {
        var key = HKDF.Extract(HashAlgorithmName.SHA256, randomness, reveal);
        return [.. entrants
            .Select(e => new Ticket(e, HKDF.Expand(HashAlgorithmName.SHA256, key, TicketLength, Encoding.UTF8.GetBytes(e))))
            .OrderBy(t => t.Hex, StringComparer.Ordinal)];
    }

    public static byte[] PoolHash(IEnumerable<string> entrants) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', entrants.Order(StringComparer.Ordinal))));
}
