using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace KneeLoad.Web.Data.Reading;

/// <summary>A time zone by its name in the tz database.</summary>
public sealed class DateTimeZoneJsonConverter : JsonConverter<DateTimeZone>
{
    /// <inheritdoc/>
    public override DateTimeZone Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(reader.GetString() ?? "") ?? throw new JsonException("No time zone.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeZone value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.Id);
    }
}
