using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace KneeLoad.Web.Features.Api.Requests;

/// <summary>Reads words in addresses as bodies have them: days after ISO 8601, enumerations in small letters with hyphens.</summary>
internal static class ApiWords
{
    /// <summary>A day; null where it is none.</summary>
    public static LocalDate? Day(string? text) => text is not null && LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day) ? day : null;

    /// <summary>A value of an enumeration; null where there is none of that name.</summary>
    public static T? Of<T>(string? text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (text == NameOf(value))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The name of a value.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
