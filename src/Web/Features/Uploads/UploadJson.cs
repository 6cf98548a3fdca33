using System.Text.Json;
using System.Text.Json.Serialization;
using KneeLoad.Web.Data.Reading;

namespace KneeLoad.Web.Features.Uploads;

/// <summary>How replies about uploads are written: states as words.</summary>
internal static class UploadJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new LocalDateJsonConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
