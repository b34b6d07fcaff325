using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Connections.Reviewing.Records;

/// <summary>Writes an output document: fields in a fixed order, numbers rounded to ten decimals, one line feed at the end.</summary>
internal static class OutputDocument
{
    private const int Decimals = 10;

    public static string Write(Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            fields(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>A number, or null when there is none.</summary>
    public static void Number(this Utf8JsonWriter writer, string name, double? value)
    {
        writer.WritePropertyName(name);
        writer.Number(value);
    }

    public static void Number(this Utf8JsonWriter writer, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            // Adding zero turns a rounded −0 into 0.
            writer.WriteNumberValue(Math.Round(number, Decimals, MidpointRounding.ToEven) + 0.0);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <summary>A list of numbers, or null when the first is empty.</summary>
    public static void Numbers(this Utf8JsonWriter writer, string name, params double?[] values)
    {
        writer.WritePropertyName(name);
        if (values[0] is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        foreach (var value in values)
        {
            writer.Number(value);
        }

        writer.WriteEndArray();
    }

    public static void Texts(this Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    /// <summary>Warnings about the input, in documents that have none of their own: only if there are some.</summary>
    public static void Notes(this Utf8JsonWriter writer, IReadOnlyList<string> notes)
    {
        if (notes.Count > 0)
        {
            writer.Texts("warnings", notes);
        }
    }

    public static void Objects<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> fields)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            fields(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
