namespace Connections.EndToEnd.Tests.Browsing;

/// <summary>Names that a site pack gives, so that one journey can be made on every site.</summary>
/// <param name="Kind">A kind of organisation.</param>
/// <param name="Ambassador">One of this year's.</param>
/// <param name="Gate">What the open call asks before anybody writes, with the answers that lead on.</param>
/// <param name="WhereLinked">How the open call asks what joins a project with the place.</param>
/// <param name="Mistyped">A name with typos, the organisation that is meant, and where it is.</param>
/// <param name="OwnScripts">Names without their accents or in their own script, and the organisations they find.</param>
/// <param name="Narrow">A country, a language and a kind, and an organisation that has all three.</param>
public sealed record SiteWords(
    string Kind,
    string Topic,
    string OtherTopic,
    string Ambassador,
    IReadOnlyList<(string Question, bool IsYes)> Gate,
    string WhereLinked,
    (string Typed, string Name, string Place) Mistyped,
    IReadOnlyList<(string Typed, string Name)> OwnScripts,
    (string Country, string Language, string Kind, string Name) Narrow)
{
    public static SiteWords Of(string pack) => pack switch
    {
        "scotland" => new SiteWords(
            "Heritage", "Family history", "Doing business", "Kwame Mackay",
            [
                ("Is it a new project that has not begun?", true),
                ("Will it happen outside Scotland?", true),
                ("Does it link people with Scotland", true),
                ("Will all work finish by 31 March 2028?", true),
                ("Does it support a political party", false),
            ],
            "How is it linked with Scotland?",
            ("Hether and Harbor Choir", "Heather and Harbour Choir", "Halifax"),
            [
                ("Coisir Ghaidhlig", "Vancouver Gaelic Choir at the Inlet"),
                ("香港蘇格蘭舞社", "Hong Kong Reel Club"),
                ("Σκωτσέζοι της Αθήνας", "Athens Scots Archaeology Circle"),
                ("كورال الأرز", "Cedars and Thistles Choir"),
            ],
            ("Japan", "Japanese", "Arts and culture", "Ginza Scottish Country Dance Room")),
        "bristol" => new SiteWords(
            "Roots and memory", "History and heritage", "Jobs and business", "Zofia Maj",
            [
                ("Is it a new project that has not begun?", true),
                ("Does it bring together two communities", true),
                ("Will people in Bristol take part?", true),
                ("Will all work finish by 31 March 2028?", true),
                ("Does it support a political party", false),
            ],
            "How is it linked with Bristol?",
            ("Corner Libary Langage Cafe", "Corner Library Language Café", "Easton"),
            [
                ("Gdansk to Gloucester", "Gdańsk to Gloucester Road"),
                ("წიგნის მკვეთელები", "Tbilisi Bristol Bookbinders"),
                ("طلاب مصر في بريستول", "Egyptian Students Bristol"),
                ("김치 협동조합", "Korean Kimchi Cooperative"),
            ],
            ("Poland", "Polish", "Arts and culture", "Gdańsk Bristol Shipyard Choir")),
        _ => throw new ArgumentOutOfRangeException(nameof(pack), pack, "No words are known for this pack."),
    };
}
