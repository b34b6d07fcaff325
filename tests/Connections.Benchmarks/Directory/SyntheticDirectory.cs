using Connections.Domain.Directory;

namespace Connections.Benchmarks.Directory;

/// <summary>Ten thousand invented listings, the same on every machine: names and places that many share, longer texts of a
/// vocabulary as uneven as that of a language, one in eight in another script.</summary>
internal static class SyntheticDirectory
{
    public const int Size = 10_000;
    private static readonly string[] First = ["Heather", "Harbour", "Thistle", "Northern", "Otago", "Caledonian", "Highland", "Island", "River", "Prairie", "Lowland", "Saltire", "Rowan", "Kelvin", "Tay", "Gaelic", "Border", "Atlantic", "Pacific", "Laurel"];
    private static readonly string[] Second = ["Choir", "Pipe Band", "Society", "Song Circle", "Alumni", "Business Network", "Games", "Dance Club", "Book Group", "Shinty Club", "Kitchen", "Archive", "Theatre", "Ramblers", "Language School"];
    private static readonly string[] Script = ["東京スコットランド協会", "Шотландское общество", "스코틀랜드 친구들", "جمعية الأصدقاء", "Σκωτσέζικος Σύλλογος", "स्कॉटिश समाज"];
    private static readonly string[] Countries = ["AU", "CA", "NZ", "US", "DE", "FR", "JP", "KR", "BR", "AR", "ZA", "KE", "IN", "CN", "HK", "SG", "PL", "IT", "ES", "PT", "NL", "BE", "NO", "SE", "DK", "FI", "IE", "CH", "AT", "MX", "CL", "UY", "AE", "QA", "MY", "TH", "VN", "PH", "NG", "GH", "MW", "ZM", "JM", "BB", "TT"];
    private static readonly string[] Languages = ["en", "gd", "sco", "fr", "de", "es", "pt", "pl", "ar", "zh-Hans", "ja", "ko"];

    /// <summary>Towns as <see cref="Listings"/> writes them, to be asked for by the searches.</summary>
    public static IReadOnlyList<string> Towns { get; } = [.. Enumerable.Range(0, 900).Select(i => Capital(Word(i + 7000)))];

    public static ListingVocabulary Known { get; } = new(Countries.ToHashSet(), Languages.ToHashSet(), new HashSet<string>());

    public static IReadOnlyList<string> CountryCodes => Countries;

    public static IEnumerable<Listing> Listings(DateTimeOffset now)
    {
        var random = new Random(20261121);
        for (var i = 0; i < Size; i++)
        {
            var listing = new Listing(new ListingId(Id(i, 1)), new OrganisationId(Id(i, 2)), Content(random, i), now);
            var declared = new ListingDeclaration(MayList: true, ForeignStateLink.None, null);
            if (!listing.Submit(declared, Known, now).Succeeded || !listing.Publish($"listing-{i}", new GeoPoint(random.Next(-60, 70), random.Next(-180, 180)), now).Succeeded)
            {
                throw new InvalidOperationException($"Listing {i} is not valid.");
            }

            yield return listing;
        }
    }

    private static ListingContent Content(Random random, int i)
    {
        var other = i % 8 == 0;
        var town = Towns[(int)(Towns.Count * Math.Pow(random.NextDouble(), 2))];
        return new ListingContent
        {
            Name = $"{First[random.Next(First.Length)]} {Second[random.Next(Second.Length)]} {town}",
            LocalName = other ? Script[random.Next(Script.Length)] : null,
            LocalNameLanguage = other ? "ja" : null,
            Kind = Enum.GetValues<OrganisationKind>()[random.Next(6)],
            Country = Countries[(int)(Countries.Length * Math.Pow(random.NextDouble(), 2))],
            Place = town,
            Meets = random.Next(3) switch { 0 => [MeetingWay.InPerson], 1 => [MeetingWay.Online], _ => [MeetingWay.InPerson, MeetingWay.Online] },
            Languages = [.. Languages.Where((_, l) => l == 0 || random.Next(6) == 0)],
            Texts = [new ListingText("en", Sentence(random, 18), Sentence(random, 70))],
            Website = $"https://listing-{i}.example.org/",
            StartedYear = 1900 + random.Next(120),
        };
    }

    private static string Sentence(Random random, int words) =>
        Capital(string.Join(' ', Enumerable.Range(0, words).Select(_ => Word((int)(6000 * Math.Pow(random.NextDouble(), 4)))))) + ".";

    /// <summary>A pronounceable word for a number.</summary>
    private static string Word(int number)
    {
        const string Onsets = "bdfghklmnprstvwz";
        const string Vowels = "aeiou";
        var word = "";
        for (var rest = number + 80; rest > 0; rest /= 80)
        {
            word += $"{Onsets[rest % 16]}{Vowels[rest / 16 % 5]}";
        }

        return word + "nrlst"[number % 5];
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static Guid Id(int number, short kind) => new(number, kind, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0);
}
