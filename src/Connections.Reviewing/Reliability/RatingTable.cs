namespace Connections.Reviewing.Reliability;

/// <summary>One rater's value for one unit (an application, or one criterion of it).</summary>
public readonly record struct Rating(string Unit, string Rater, double Value);

/// <summary>How many ratings a category has, in one unit or in all.</summary>
public readonly record struct Tally(int Category, double Count);

/// <summary>Ratings as units × raters; an empty place is a missing rating. Sorted, so that the order of rows means nothing.</summary>
public sealed class RatingTable
{
    public RatingTable(IReadOnlyCollection<Rating> ratings)
    {
        Units = [.. ratings.Select(r => r.Unit).Distinct().Order(StringComparer.Ordinal)];
        Raters = [.. ratings.Select(r => r.Rater).Distinct().Order(StringComparer.Ordinal)];
        Values = Units.Select(_ => new double?[Raters.Count]).ToArray();
        foreach (var rating in ratings)
        {
            ref var place = ref Values[Find(Units, rating.Unit)][Find(Raters, rating.Rater)];
            if (place is not null)
            {
                throw new ArgumentException($"Rater {rating.Rater} has rated unit {rating.Unit} twice.", nameof(ratings));
            }

            place = rating.Value;
        }
    }

    public IReadOnlyList<string> Units { get; }

    public IReadOnlyList<string> Raters { get; }

    /// <summary>Units × raters.</summary>
    public double?[][] Values { get; }

    /// <summary>True when every rater has rated every unit.</summary>
    public bool IsComplete => Values.All(row => row.All(value => value is not null));

    /// <summary>The distinct values, ascending.</summary>
    public double[] Categories => [.. Values.SelectMany(row => row).OfType<double>().Distinct().Order()];

    /// <summary>For each unit the categories that occur in it, ascending, by their number in <see cref="Categories"/>, with the number of ratings in each.</summary>
    public Tally[][] Tallies()
    {
        var categories = Categories;
        return [.. Values.Select(row => row.OfType<double>()
            .GroupBy(value => Array.BinarySearch(categories, value))
            .Select(same => new Tally(same.Key, same.Count()))
            .OrderBy(tally => tally.Category)
            .ToArray())];
    }

    private static int Find(IReadOnlyList<string> sorted, string id)
    {
        var (low, high) = (0, sorted.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(sorted[middle], id) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
