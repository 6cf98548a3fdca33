using System.Globalization;
using System.Text.Json;
using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Tests.Xml;

/// <summary>Holds what was read in a GPX or TCX file against what reference decoders read in it.</summary>
internal static class Agreement
{
    private const double RelativeTolerance = 1e-6;
    private const double AbsoluteTolerance = 0.5;

    /// <summary>Differences in plain words, each naming a count or a sum; none where both agree.</summary>
    public static IEnumerable<string> Differences(JsonElement truth, ReadResult result)
    {
        if (truth.TryGetProperty("error", out _))
        {
            // No reference could read it: any answer with a reason will do.
            if (result.Reason is null && result.Warnings.Count == 0)
            {
                yield return "no reference could read it, and nothing was said of why";
            }

            yield break;
        }

        var isTcx = truth.GetProperty("format").GetString() == "tcx";
        var expected = truth.GetProperty(isTcx ? "n_trackpoint_elements" : "n_records").GetInt32();
        var records = result.Activities.Sum(activity => activity.Records.Count);
        if (records != expected)
        {
            yield return $"{records} records for {expected}";
        }

        foreach (var difference in Fields(truth, isTcx).SelectMany(field => Compare(field.Name, field.Expected, field.Field, result)))
        {
            yield return difference;
        }

        if (result.Activities is [{ Records.Count: > 0 } only]
            && Text(truth, "start_time") is { } start
            && Math.Abs((only.Start!.Value.ToDateTimeOffset() - DateTimeOffset.Parse(start, CultureInfo.InvariantCulture)).TotalSeconds) >= 1)
        {
            yield return "another start";
        }

        if (isTcx && result.Activities is [{ } single])
        {
            if (Number(truth, "distance_m") is { } metres && !(Math.Abs((single.TotalDistance?.Metres ?? double.NaN) - metres) <= 0.02))
            {
                yield return "another total distance";
            }

            if (Number(truth, "total_timer_s") is { } seconds && !(Math.Abs((single.TotalTimer?.TotalSeconds ?? double.NaN) - seconds) <= 0.02))
            {
                yield return "another timer time";
            }
        }
    }

    private static IEnumerable<(string Name, RecordField Field, JsonElement Expected)> Fields(JsonElement truth, bool isTcx)
    {
        // gpsbabel drops TCX points without a position, and with them their values.
        if (isTcx && Number(truth, "n_positions") != Number(truth, "n_trackpoint_elements"))
        {
            return [];
        }

        (string Group, string Name, RecordField Field)[] names =
        [
            ("gpsbabel", "lat", RecordField.PositionLat), ("gpsbabel", "lon", RecordField.PositionLong), ("gpsbabel", "altitude_m", RecordField.Altitude),
            ("records", "heartRate", RecordField.HeartRate), ("records", "cadence", RecordField.Cadence),
            ("records", "temperature", RecordField.Temperature), ("records", "speed", RecordField.Speed), ("records", "power", RecordField.Power),
        ];
        return names
            .Where(name => truth.TryGetProperty(name.Group, out var group) && group.TryGetProperty(name.Name, out _))
            .Select(name => (name.Name, name.Field, truth.GetProperty(name.Group).GetProperty(name.Name)));
    }

    private static IEnumerable<string> Compare(string name, JsonElement expected, RecordField field, ReadResult result)
    {
        var values = result.Activities
            .Select(activity => activity.Records[field])
            .OfType<Column>()
            .SelectMany(column => column.ToArray())
            .Where(double.IsFinite)
            .ToList();
        if (result.Format == ActivityFormat.Tcx && field is RecordField.Cadence or RecordField.Power)
        {
            // gpsbabel takes a zero in these two for nothing; we keep what the file says.
            values.RemoveAll(value => value == 0);
        }

        var (n, sum) = (expected.GetProperty("n").GetInt32(), expected.GetProperty("sum").GetDouble());
        if (values.Count != n)
        {
            yield return $"{name}: {values.Count} values for {n}";
        }
        else if (Off(values, sum, field == RecordField.Altitude) is > 0 and var off)
        {
            yield return $"{name}: the sum is off by {off:0.##}";
        }
    }

    /// <summary>The excess of a sum over what is tolerated; 0 where there is none.</summary>
    /// <param name="values">Values that we read.</param>
    /// <param name="sum">Sum that the reference read.</param>
    /// <param name="isRounded">
    /// Whether the reference prints a decimetre and no more: then its sum lies between that of all ties rounded down and all rounded up.
    /// </param>
    private static double Off(IReadOnlyCollection<double> values, double sum, bool isRounded)
    {
        const double tie = 1e-6;
        var low = isRounded ? values.Sum(value => Math.Round(value - tie, 1)) : values.Sum();
        var high = isRounded ? values.Sum(value => Math.Round(value + tie, 1)) : values.Sum();
        var off = Math.Max(Math.Max(low - sum, sum - high), 0);
        return off > Math.Max(AbsoluteTolerance, RelativeTolerance * Math.Abs(sum)) ? off : 0;
    }

    private static string? Text(JsonElement truth, string name) =>
        truth.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement truth, string name) =>
        truth.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
