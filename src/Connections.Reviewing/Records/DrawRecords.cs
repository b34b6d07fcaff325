using System.Text;
using Connections.Reviewing.Draws;

namespace Connections.Reviewing.Records;

/// <summary>The documents of <c>draw</c> and <c>verify-draw</c>.</summary>
/// <remarks>Randomness is text (its UTF-8 bytes count) or, as <c>randomnessHex</c>, bytes. Hashes and tickets are hexadecimal.</remarks>
internal static class DrawRecords
{
    private const int MostEntrants = 100_000;

    public static Func<IReadOnlyList<string>, (int, string)> ReadDraw(InputObject input)
    {
        var chain = input.Whole("chain", 2, VerifiableDraw.LongestChain, whenMissing: 10);
        var link = input.Whole("link", 1, chain - 1, whenMissing: chain - 1);
        var secret = input.FreeText("secret");
        var randomness = ReadRandomness(input);
        var entrants = ReadEntrants(input);
        var places = input.Whole("places", 1, Math.Max(entrants.Count, 1));
        return notes => (0, Write(VerifiableDraw.Run(secret, chain, link, randomness, entrants, places), notes));
    }

    public static Func<IReadOnlyList<string>, (int, string)> ReadVerification(InputObject input)
    {
        var entrants = ReadEntrants(input);
        var record = new DrawRecord(
            ReadHash(input, "commitment"),
            ReadHash(input, "reveal"),
            ReadRandomness(input),
            entrants,
            input.Whole("places", 1, MostEntrants),
            input.Texts("selected", isRequired: false))
        {
            Steps = input.Has("steps") ? input.Whole("steps", 1, VerifiableDraw.LongestChain) : null,
            PoolHash = input.Has("poolHash") ? ReadHash(input, "poolHash") : null,
            Substitutes = input.Has("substitutes") ? input.Texts("substitutes", isRequired: false) : null,
            Tickets = input.Has("tickets") ? ReadTickets(input) : null,
        };
        if (!input.Has("selected"))
        {
            input.Missing("selected", 0);
        }

        return notes => (0, Write(record.Faults(), notes));
    }

    private static IReadOnlyList<string> ReadEntrants(InputObject input)
    {
        var entrants = input.Texts("entrants");
        if (entrants.Count > MostEntrants)
        {
            input.Fail("entrants", $"there are more than {MostEntrants}");
        }

        return entrants;
    }

    private static byte[] ReadRandomness(InputObject input)
    {
        if (input.Has("randomness") && input.Has("randomnessHex"))
        {
            input.Fail("randomnessHex", "give either randomness or randomnessHex, not both");
        }

        return input.Has("randomnessHex") ? ReadBytes(input, "randomnessHex") : Encoding.UTF8.GetBytes(input.FreeText("randomness"));
    }

    private static byte[] ReadHash(InputObject input, string name)
    {
        var bytes = ReadBytes(input, name);
        if (bytes.Length != 32 && bytes.Length != 0)
        {
            input.Fail(name, "must be 64 hexadecimal digits");
        }

        return bytes;
    }

    private static byte[] ReadBytes(InputObject input, string name)
    {
        var text = input.FreeText(name);
        if (text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit))
        {
            return Convert.FromHexString(text);
        }

        if (text != "?")
        {
            input.Fail(name, "must be hexadecimal digits, two for each byte");
        }

        return [];
    }

    private static Dictionary<string, string> ReadTickets(InputObject input)
    {
        var tickets = new Dictionary<string, string>();
        foreach (var row in input.Objects("tickets", isRequired: false))
        {
            var entrant = row.Text("entrant");
            if (!tickets.TryAdd(entrant, row.FreeText("ticket")))
            {
                row.Fail("entrant", $"{InputProblems.Quote(entrant)} has a ticket already");
            }
        }

        return tickets;
    }

    private static string Write(DrawResult result, IReadOnlyList<string> notes) => OutputDocument.Write(writer =>
    {
        writer.WriteString("commitment", Convert.ToHexStringLower(result.Commitment));
        writer.WriteString("reveal", Convert.ToHexStringLower(result.Reveal));
        writer.WriteString("poolHash", Convert.ToHexStringLower(result.PoolHash));
        writer.Objects("tickets", result.Tickets, ticket =>
        {
            writer.WriteString("entrant", ticket.Entrant);
            writer.WriteString("ticket", ticket.Hex);
        });
        writer.Texts("selected", result.Selected);
        writer.Texts("substitutes", result.Substitutes);
        writer.Notes(notes);
    });

    private static string Write(IReadOnlyList<string> faults, IReadOnlyList<string> notes) => OutputDocument.Write(writer =>
    {
        writer.WriteBoolean("valid", faults.Count == 0);
        if (faults.Count > 0)
        {
            writer.Texts("reasons", faults);
        }

        writer.Notes(notes);
    });
}
