using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Connections.Data.Events;

/// <summary>Stores a local time as it stands on a poster, as text, so that no database moves it to another zone.</summary>
internal sealed class WallClockConverter() : ValueConverter<DateTime, string>(
    local => local.ToString(Format, CultureInfo.InvariantCulture),
    text => DateTime.ParseExact(text, Format, CultureInfo.InvariantCulture))
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss";
}
