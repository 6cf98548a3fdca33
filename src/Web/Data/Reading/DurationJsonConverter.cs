using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace KneeLoad.Web.Data.Reading;

/// <summary>A duration as hours, minutes and seconds, to the nanosecond.</summary>
public sealed class DurationJsonConverter : JsonConverter<Duration>
{
    /// <inheritdoc/>
    public override Duration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DurationPattern.JsonRoundtrip.Parse(reader.GetString() ?? "") is { Success: true } parsed ? parsed.Value : throw new JsonException("No Duration.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Duration value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(DurationPattern.JsonRoundtrip.Format(value));
    }
}
