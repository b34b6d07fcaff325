namespace Connections.Domain.Directory;

/// <summary>Compares two versions of a listing's content field by field, and takes over chosen fields.</summary>
public static class ListingDifference
{
    /// <returns>The fields in which the two differ, in the order of the enumeration.</returns>
    public static IReadOnlyList<ListingField> Between(ListingContent before, ListingContent after) =>
        [.. Enum.GetValues<ListingField>().Where(f => !IsSame(f, before, after))];

    /// <returns><paramref name="current"/> with the given fields as they are in <paramref name="asked"/>.</returns>
    public static ListingContent Take(ListingContent current, ListingContent asked, IEnumerable<ListingField> fields) =>
        fields.Aggregate(current, (content, field) => Take(content, asked, field));

    private static bool IsSame(ListingField field, ListingContent a, ListingContent b) => field switch
    {
        ListingField.Name => a.Name == b.Name,
        ListingField.LocalName => a.LocalName == b.LocalName && a.LocalNameLanguage == b.LocalNameLanguage,
        ListingField.Kind => a.Kind == b.Kind,
        ListingField.Communities => IsSameSet(a.Communities, b.Communities),
        ListingField.Country => a.Country == b.Country,
        ListingField.Place => a.Place == b.Place && a.Region == b.Region,
        ListingField.MeetingPlace => a.MeetingPlace == b.MeetingPlace,
        ListingField.Meets => IsSameSet(a.Meets, b.Meets),
        ListingField.When => a.When == b.When,
        ListingField.WhoCanCome => a.WhoCanCome == b.WhoCanCome,
        ListingField.HowToJoin => a.HowToJoin == b.HowToJoin,
        ListingField.Cost => a.Cost == b.Cost,
        ListingField.Serves => a.Serves == b.Serves,
        ListingField.Languages => IsSameSet(a.Languages, b.Languages),
        ListingField.Texts => a.Texts.SequenceEqual(b.Texts),
        ListingField.Website => a.Website == b.Website,
        ListingField.StartedYear => a.StartedYear == b.StartedYear,
    };

    /// <summary>What is ticked in a list has no order of its own.</summary>
    private static bool IsSameSet<T>(IEnumerable<T> a, IEnumerable<T> b) => a.ToHashSet().SetEquals(b);

    private static ListingContent Take(ListingContent content, ListingContent asked, ListingField field) => field switch
    {
        ListingField.Name => content with { Name = asked.Name },
        ListingField.LocalName => content with { LocalName = asked.LocalName, LocalNameLanguage = asked.LocalNameLanguage },
        ListingField.Kind => content with { Kind = asked.Kind },
        ListingField.Communities => content with { Communities = asked.Communities },
        ListingField.Country => content with { Country = asked.Country },
        ListingField.Place => content with { Place = asked.Place, Region = asked.Region },
        ListingField.MeetingPlace => content with { MeetingPlace = asked.MeetingPlace },
        ListingField.Meets => content with { Meets = asked.Meets },
        ListingField.When => content with { When = asked.When },
        ListingField.WhoCanCome => content with { WhoCanCome = asked.WhoCanCome },
        ListingField.HowToJoin => content with { HowToJoin = asked.HowToJoin },
        ListingField.Cost => content with { Cost = asked.Cost },
        ListingField.Serves => content with { Serves = asked.Serves },
        ListingField.Languages => content with { Languages = asked.Languages },
        ListingField.Texts => content with { Texts = asked.Texts },
        ListingField.Website => content with { Website = asked.Website },
        ListingField.StartedYear => content with { StartedYear = asked.StartedYear },
    };
}
