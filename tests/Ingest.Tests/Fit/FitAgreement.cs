using System.Text.Json;
using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Tests.Fit;

/// <summary>
/// Whether our reading of a file agrees with the reference decoders': the same number of records; for each field the
/// same number of values and the same sum, within 1e-6 of it or 0.5; with one session, its start to the second, its
/// distance and times within 0.02; and beyond what is asked, positions and developers' fields. Where the first reference stopped, the second counts;
/// where none could read the
/// file, any answer with a reason agrees.
/// </summary>
internal static class FitAgreement
{
    private static readonly (RecordField Field, string Name, string SecondName)[] Fields =
    [
        (RecordField.Distance, "distance", "distance"),
        (RecordField.Speed, "speed", "speed"),
        (RecordField.EnhancedSpeed, "enhancedSpeed", "enhanced_speed"),
        (RecordField.Altitude, "altitude", "altitude"),
        (RecordField.EnhancedAltitude, "enhancedAltitude", "enhanced_altitude"),
        (RecordField.HeartRate, "heartRate", "heart_rate"),
        (RecordField.Cadence, "cadence", "cadence"),
        (RecordField.FractionalCadence, "fractionalCadence", "fractional_cadence"),
        (RecordField.Power, "power", "power"),
        (RecordField.Temperature, "temperature", "temperature"),
        (RecordField.StanceTime, "stanceTime", "stance_time"),
        (RecordField.StanceTimePercent, "stanceTimePercent", "stance_time_percent"),
        (RecordField.StanceTimeBalance, "stanceTimeBalance", "stance_time_balance"),
        (RecordField.VerticalOscillation, "verticalOscillation", "vertical_oscillation"),
        (RecordField.VerticalRatio, "verticalRatio", "vertical_ratio"),
        (RecordField.StepLength, "stepLength", "step_length"),
    ];

    /// <summary>The differences, in words; empty where all agrees.</summary>
    public static IReadOnlyList<string> Differences(ReadResult result, JsonElement truth)
    {
        var stopped = truth.GetProperty("sdk_errors").GetArrayLength() > 0 || !truth.GetProperty("sdk_isFIT").GetBoolean();
        var reference = truth;
        if (stopped && truth.TryGetProperty("second_decoder", out var second))
        {
            reference = second;
        }

        if (stopped && reference.TryGetProperty("n_records", out var count) && count.GetInt32() == 0 && result.Reason is not null)
        {
            return [];
        }

        if (stopped && !reference.TryGetProperty("n_records", out _))
        {
            return result.Reason is null ? ["no reference could read it, and we give no reason"] : [];
        }

        var differences = new List<string>();
        var records = result.Activities.Sum(activity => activity.Records.Count);
        if (records != reference.GetProperty("n_records").GetInt32())
        {
            differences.Add($"{records} records, reference {reference.GetProperty("n_records")}");
        }

        var isSecond = stopped && reference.TryGetProperty("compressed_timestamp_messages", out _);
        foreach (var (field, name, secondName) in Fields)
        {
            CompareField(result, field, isSecond ? secondName : name, reference.GetProperty("records"), isSecond, differences);
        }

        if (!stopped)
        {
            ComparePositions(result, truth, differences);
            CompareDeveloperFields(result, truth, differences);
        }

        if (reference.GetProperty("n_sessions").GetInt32() == 1)
        {
            CompareSession(result, reference, differences);
        }

        return differences;
    }

    private static void ComparePositions(ReadResult result, JsonElement truth, List<string> differences)
    {
        var latitudes = Values(result.Activities.Select(activity => activity.Records[RecordField.PositionLat]));
        var longitudes = Values(result.Activities.Select(activity => activity.Records[RecordField.PositionLong]));
        if (latitudes.Count != truth.GetProperty("n_positions").GetInt32())
        {
            differences.Add($"{latitudes.Count} positions, reference {truth.GetProperty("n_positions")}");
        }
        else if (latitudes.Count > 0)
        {
            Compare("min_lat", latitudes.Min());
            Compare("max_lat", latitudes.Max());
            Compare("min_lon", longitudes.Min());
            Compare("max_lon", longitudes.Max());
        }

        void Compare(string name, double ours)
        {
            if (Math.Abs(ours - truth.GetProperty(name).GetDouble()) > 1e-6)
            {
                differences.Add($"{name} differs");
            }
        }
    }

    private static void CompareDeveloperFields(ReadResult result, JsonElement truth, List<string> differences)
    {
        if (!truth.TryGetProperty("developer_records", out var fields))
        {
            return;
        }

        // Named developer:number:name there; two developers may use one name, so that names are added up on both sides.
        foreach (var name in fields.EnumerateObject().GroupBy(field => field.Name.Split(':', 3)[2]))
        {
            var expected = name.Sum(field => field.Value.GetProperty("n").GetInt32());
            var expectedSum = name.Sum(field => field.Value.GetProperty("sum").GetDouble());
            var ours = Values(result.Activities.SelectMany(activity => activity.Records.DeveloperColumns)
                .Where(column => column.Name == name.Key).Select(column => column.Values));
            if (ours.Count != expected || Math.Abs(ours.Sum() - expectedSum) > Math.Max(0.5, 1e-6 * Math.Abs(expectedSum)))
            {
                differences.Add($"developer field {name.Key}: {ours.Count} values, sum {ours.Sum():R}, reference {expected}, {expectedSum:R}");
            }
        }
    }

    private static List<double> Values(IEnumerable<Column?> columns) =>
        [.. columns.SelectMany(column => column?.ToArray() ?? []).Where(value => !double.IsNaN(value))];

    private static void CompareField(
        ReadResult result, RecordField field, string name, JsonElement records, bool isSecond, List<string> differences)
    {
        var values = Values(result.Activities.Select(activity => activity.Records[field]));
        var (n, sum) = (values.Count, values.Sum());
        if (!records.TryGetProperty(name, out var expected))
        {
            // The second decoder's account names some fields only.
            if (n > 0 && !isSecond)
            {
                differences.Add($"{name}: {n} values, reference none");
            }

            return;
        }

        var (expectedCount, expectedSum) = (expected.GetProperty("n").GetInt32(), expected.GetProperty("sum").GetDouble());
        if (n != expectedCount || Math.Abs(sum - expectedSum) > Math.Max(0.5, 1e-6 * Math.Abs(expectedSum)))
        {
            differences.Add($"{name}: {n} values, sum {sum:R}, reference {expectedCount}, {expectedSum:R}");
        }
    }

    private static void CompareSession(ReadResult result, JsonElement reference, List<string> differences)
    {
        var sessions = result.Activities
            .Where(activity => activity.TotalTimer is not null || activity.TotalElapsed is not null || activity.TotalDistance is not null)
            .ToList();
        Activity? activity = sessions.Count > 0 ? sessions[0] : (result.Activities.Count > 0 ? result.Activities[0] : null);
        if (activity is null)
        {
            differences.Add("no activity, reference one session");
            return;
        }

        if (reference.TryGetProperty("start_time", out var start) && start.GetString() is { } stated &&
            stated[..19] != activity.Start?.ToString("uuuu-MM-dd'T'HH:mm:ss", null))
        {
            differences.Add($"start {activity.Start}, reference {stated}");
        }

        Compare("timer", activity.TotalTimer?.TotalSeconds, "total_timer_s");
        Compare("elapsed", activity.TotalElapsed?.TotalSeconds, "total_elapsed_s");
        Compare("distance", activity.TotalDistance?.Metres, "distance_m");

        void Compare(string what, double? ours, string name)
        {
            if (reference.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number &&
                !(Math.Abs((ours ?? double.NaN) - value.GetDouble()) <= 0.02))
            {
                differences.Add($"{what} {ours}, reference {value}");
            }
        }
    }
}
