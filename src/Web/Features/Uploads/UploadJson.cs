using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Serialization.SystemTextJson;

namespace KneeLoad.Web.Features.Uploads;

/// <summary>Writes replies about uploads: states as words.</summary>
internal static class UploadJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { NodaConverters.LocalDateConverter, new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
