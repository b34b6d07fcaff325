using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Connections.Data.Seeding;

/// <summary>Finds what a record of a site pack must say and does not, and the line on which the record begins.</summary>
internal static class SeedGaps
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(PropertyInfo Property, bool IsNeeded)>> Read = new();

    /// <returns>Where it is missing, as a path like <c>$.people[3].email</c>.</returns>
    public static string? First(object value, string path = "$") => value switch
    {
        string => null,
        IDictionary => null,
        IEnumerable items => items.Cast<object?>().Select((item, i) => item is null ? $"{path}[{i}]" : First(item, $"{path}[{i}]")).FirstOrDefault(gap => gap is not null),
        _ when value.GetType().Namespace != typeof(SeedGaps).Namespace => null,
        _ => Read.GetOrAdd(value.GetType(), ReadOf).Select(p => Of(p.Property, p.IsNeeded, value, path)).FirstOrDefault(gap => gap is not null),
    };

    /// <returns>The line of the innermost record or list on the path, counted from one.</returns>
    public static int LineOf(ReadOnlySpan<byte> json, string path)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var (stack, line) = (new Stack<(string Path, int Next)>(), 1L);
        var name = "$";
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = $"{stack.Peek().Path}.{reader.GetString()}";
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    var here = Here(stack, name, ref reader);
                    line = path == here || path.StartsWith(here + ".", StringComparison.Ordinal) || path.StartsWith(here + "[", StringComparison.Ordinal) ? reader.TokenStartIndex : line;
                    stack.Push((here, reader.TokenType is JsonTokenType.StartArray ? 0 : -1));
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    stack.Pop();
                    break;
                default:
                    Here(stack, name, ref reader);
                    break;
            }
        }

        return json[..(int)line].Count((byte)'\n') + 1;
    }

    private static string Here(Stack<(string Path, int Next)> stack, string name, ref Utf8JsonReader reader)
    {
        if (!stack.TryPeek(out var outer) || outer.Next < 0)
        {
            return name;
        }

        stack.Pop();
        stack.Push(outer with { Next = outer.Next + 1 });
        return $"{outer.Path}[{outer.Next}]";
    }

    // What a file says is what the record is made from; what the record works out itself is not asked of a file.
    private static IReadOnlyList<(PropertyInfo Property, bool IsNeeded)> ReadOf(Type record)
    {
        var (said, nullability) = (record.GetConstructors().SelectMany(c => c.GetParameters()).Select(p => p.Name).ToHashSet(), new NullabilityInfoContext());
        return [.. record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => said.Contains(p.Name)).Select(p => (p, nullability.Create(p).ReadState is NullabilityState.NotNull))];
    }

    private static string? Of(PropertyInfo property, bool isNeeded, object owner, string path)
    {
        var here = $"{path}.{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}";
        return property.GetValue(owner) is { } value ? First(value, here)
            : isNeeded ? here : null;
    }
}
