using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>
/// A shown assessment as it is given out: whole where it is no larger than a page may be, else in parts. The first part holds all but the
/// rows that are too many, each part says at which address the next one is, and all rows together are those of the whole.
/// </summary>
internal static class AssessmentPart
{
    /// <summary>Rows of one part. [bytes]</summary>
    internal const int MostBytes = 250_000;

    private static readonly string[] Lists = ["diary", "runs"];

    /// <summary>The part that begins at a row of the diary and the runs, counted on from one to the other.</summary>
    /// <param name="whole">The whole assessment, as JSON.</param>
    /// <param name="day">Its day, as addresses name it.</param>
    /// <param name="from">The first row.</param>
    /// <returns>Null where there is no such row.</returns>
    public static byte[]? Of(byte[] whole, string day, int from)
    {
        if (whole.Length <= MostBytes)
        {
            return from == 0 ? whole : null;
        }

        using var document = JsonDocument.Parse(whole);
        var root = document.RootElement;
        var rows = Lists.Where(list => root.TryGetProperty(list, out _))
            .SelectMany(list => root.GetProperty(list).EnumerateArray().Select(row => (List: list, Row: row)))
            .ToList();
        if (from < 0 || (from > 0 && from >= rows.Count))
        {
            return null;
        }

        var until = UntilOf(rows, from, from == 0 ? MostBytes - (whole.Length - rows.Sum(row => LengthOf(row.Row))) : MostBytes);
        using var part = new MemoryStream();
        using (var json = new Utf8JsonWriter(part))
        {
            Write(json, root, rows[from..until], isFirst: from == 0);
            if (until < rows.Count)
            {
                json.WriteString("next", string.Create(CultureInfo.InvariantCulture, $"/score/{day}.json?row={until}"));
            }

            json.WriteEndObject();
        }

        return part.ToArray();
    }

    // One row at least, so that parts come to an end.
    private static int UntilOf(List<(string List, JsonElement Row)> rows, int from, int room)
    {
        var until = from;
        while (until < rows.Count && (until == from || room > 0))
        {
            room -= LengthOf(rows[until].Row);
            until++;
        }

        return until;
    }

    private static void Write(Utf8JsonWriter json, JsonElement root, List<(string List, JsonElement Row)> rows, bool isFirst)
    {
        json.WriteStartObject();
        foreach (var property in root.EnumerateObject())
        {
            if (Lists.Contains(property.Name))
            {
                json.WriteStartArray(property.Name);
                foreach (var (_, row) in rows.Where(row => row.List == property.Name))
                {
                    row.WriteTo(json);
                }

                json.WriteEndArray();
            }
            else if (isFirst || property.Name is "modelVersion" or "asOf")
            {
                property.WriteTo(json);
            }
        }
    }

    private static int LengthOf(JsonElement row) => JsonMarshal.GetRawUtf8Value(row).Length;
}
