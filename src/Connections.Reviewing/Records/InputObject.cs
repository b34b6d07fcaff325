using System.Globalization;
using System.Text.Json;

namespace Connections.Reviewing.Records;

/// <summary>An object of the input document, read field by field; whatever is wrong is noted and a harmless value returned.</summary>
internal sealed class InputObject
{
    public const int LongestIdentifier = 200;
    private readonly JsonElement element;
    private readonly string place;
    private readonly InputProblems problems;
    private readonly InputShape shape;

    public InputObject(JsonElement element, string place, InputProblems problems, InputShape shape)
    {
        (this.element, this.place, this.problems, this.shape) = (element, place, problems, shape);
        shape.Add(element);
    }

    public InputProblems Problems => problems;

    public string Place => place;

    public bool Has(string name)
    {
        shape.Ask(name);
        return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;
    }

    public string PlaceOf(string name) => place.Length == 0 ? name : $"{place}.{name}";

    public void Fail(string name, string problem) => problems.Add(PlaceOf(name), problem);

    /// <summary>An identifier or other short text, without leading or trailing blanks and control characters.</summary>
    public string Text(string name) => Has(name) ? TextOf(element.GetProperty(name), PlaceOf(name)) : Missing(name, "");

    public string? OptionalText(string name) => Has(name) ? Text(name) : null;

    /// <summary>Text that may be anything but empty.</summary>
    public string FreeText(string name)
    {
        var text = Has(name) ? StringOf(element.GetProperty(name), PlaceOf(name)) : Missing(name, "?");
        return text.Length > 0 ? text : Wrong(PlaceOf(name), "must not be empty", "?");
    }

    public double Number(string name, double min, double max) => Has(name)
        ? NumberOf(element.GetProperty(name), PlaceOf(name), min, max)
        : Missing(name, min);

    public int Whole(string name, int min, int max, int? whenMissing = null) => (int)Long(name, min, max, whenMissing);

    public long Long(string name, long min, long max, long? whenMissing = null)
    {
        if (!Has(name))
        {
            return whenMissing ?? Missing(name, min);
        }

        var value = element.GetProperty(name);
        if (value.ValueKind != JsonValueKind.Number || !TryGetWhole(value, out var number))
        {
            return Wrong(PlaceOf(name), "must be a whole number", min);
        }

        return number >= min && number <= max ? number
            : Wrong(PlaceOf(name), $"{number} must be {(max == long.MaxValue || max == int.MaxValue ? $"at least {min}" : $"from {min} to {max}")}", min);
    }

    /// <summary>A whole number, however it is written: 5, 5.0 and 5e0 are the same.</summary>
    private static bool TryGetWhole(JsonElement value, out long number)
    {
        if (value.TryGetInt64(out number))
        {
            return true;
        }

        var isWhole = value.TryGetDecimal(out var exact) && decimal.IsInteger(exact) && exact is >= long.MinValue and <= long.MaxValue;
        number = isWhole ? (long)exact : 0;
        return isWhole;
    }

    public bool Flag(string name, bool whenMissing) => !Has(name) ? whenMissing : element.GetProperty(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => Wrong(PlaceOf(name), "must be true or false", whenMissing),
    };

    /// <summary>One of a few words.</summary>
    public string Choice(string name, string whenMissing, params string[] words)
    {
        if (!Has(name))
        {
            return whenMissing;
        }

        var text = StringOf(element.GetProperty(name), PlaceOf(name));
        return words.Contains(text) ? text : Wrong(PlaceOf(name), $"{InputProblems.Quote(text)} is not one of {string.Join(", ", words)}", whenMissing);
    }

    public InputObject? Object(string name)
    {
        if (!Has(name))
        {
            return null;
        }

        var value = element.GetProperty(name);
        return value.ValueKind == JsonValueKind.Object ? new InputObject(value, PlaceOf(name), problems, shape.Part(name, isList: false)) : Wrong<InputObject?>(PlaceOf(name), "must be an object", null);
    }

    /// <summary>The objects of a list.</summary>
    public IReadOnlyList<InputObject> Objects(string name, bool isRequired = true) => [.. List(name, isRequired)
        .Select((item, i) => item.ValueKind == JsonValueKind.Object
            ? new InputObject(item, $"{PlaceOf(name)}[{i}]", problems, shape.Part(name, isList: true))
            : Wrong<InputObject?>($"{PlaceOf(name)}[{i}]", "must be an object", null))
        .OfType<InputObject>()];

    /// <summary>A list of identifiers, each at most once.</summary>
    public IReadOnlyList<string> Texts(string name, bool isRequired = true)
    {
        var seen = new HashSet<string>();
        var texts = new List<string>();
        foreach (var (item, i) in List(name, isRequired).Select((item, i) => (item, i)))
        {
            var text = TextOf(item, $"{PlaceOf(name)}[{i}]");
            if (text.Length > 0 && !seen.Add(text))
            {
                problems.Add($"{PlaceOf(name)}[{i}]", $"{InputProblems.Quote(text)} is there twice");
            }

            texts.Add(text);
        }

        return texts;
    }

    /// <summary>Rows of numbers.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Table(string name, double min, double max) => [.. List(name, true)
        .Select((row, i) => row.ValueKind == JsonValueKind.Array
            ? row.EnumerateArray().Select((x, j) => NumberOf(x, $"{PlaceOf(name)}[{i}][{j}]", min, max)).ToArray()
            : Wrong<double[]>($"{PlaceOf(name)}[{i}]", "must be a list of numbers", []))];

    /// <summary>The fields of an object that is used as a dictionary.</summary>
    public IReadOnlyList<string> FieldNames()
    {
        shape.IsDictionary();
        return [.. element.EnumerateObject().Select(p => Readable(() => p.Name)).Where(name =>
            IsIdentifier(name) || Wrong(place, $"the name {InputProblems.Quote(name)} is empty, too long or has characters that cannot be shown", false))];
    }

    private static bool IsIdentifier(string text) => text.Length is > 0 and <= LongestIdentifier && !text.Any(char.IsControl)
        && text == text.Trim() && !text.Any((c) => c == '\uFFFD') && IsWhole(text);

    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Text whose escapes may be broken (half a surrogate pair).</summary>
    private static string Readable(Func<string?> read)
    {
        try
        {
            return read() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private IEnumerable<JsonElement> List(string name, bool isRequired)
    {
        if (!Has(name))
        {
            return isRequired ? Missing<JsonElement[]>(name, []) : [];
        }

        var value = element.GetProperty(name);
        if (value.ValueKind != JsonValueKind.Array)
        {
            return Wrong<JsonElement[]>(PlaceOf(name), "must be a list", []);
        }

        return isRequired && value.GetArrayLength() == 0 ? Wrong<JsonElement[]>(PlaceOf(name), "must not be empty", []) : value.EnumerateArray();
    }

    private string StringOf(JsonElement value, string at) => value.ValueKind == JsonValueKind.String
        ? Readable(value.GetString)
        : Wrong(at, "must be text", "?");

    private string TextOf(JsonElement value, string at)
    {
        var text = StringOf(value, at);
        return value.ValueKind != JsonValueKind.String || IsIdentifier(text) ? text
            : Wrong(at, $"must be text of 1 to {LongestIdentifier} visible characters without blanks at its ends", "");
    }

    private double NumberOf(JsonElement value, string at, double min, double max)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var number) || !double.IsFinite(number))
        {
            return Wrong(at, "must be a number", min);
        }

        string Show(double x) => x.ToString("0.######", CultureInfo.InvariantCulture);
        return number >= min && number <= max ? number
            : Wrong(at, max >= 1e12 ? $"{Show(number)} must be at least {Show(min)} and not astronomically large" : $"{Show(number)} is not between {Show(min)} and {Show(max)}", min);
    }

    /// <summary>Refuses the document because a property is not there, and says which one may be meant for it.</summary>
    public T Missing<T>(string name, T value, string advice = "")
    {
        problems.Add(PlaceOf(name), "is missing", () => shape.Hint(element, name) is { Length: > 0 } hint ? hint : advice);
        return value;
    }

    private T Wrong<T>(string at, string problem, T value)
    {
        problems.Add(at, problem);
        return value;
    }
}
