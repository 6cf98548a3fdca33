using System.Globalization;
using System.Text.Json;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Profile;
using KneeLoad.Ingest.Fit.Protocol;
using KneeLoad.Ingest.Fit;

namespace KneeLoad.Ingest.Tests.Fit.Reference;

/// <summary>Built files read by us and by the official JavaScript SDK (@garmin/fitsdk): where both read, both read the same.</summary>
public sealed class ReferenceTests(ITestOutputHelper output)
{
    private const int RandomCount = 500;

    [Fact]
    public async Task Every_feature_reads_as_the_reference_SDK_reads_it() =>
        await CompareAsync([.. ReferenceFiles.All]);

    [Fact]
    public async Task Files_of_chance_read_as_the_reference_SDK_reads_them() =>
        await CompareAsync([.. Enumerable.Range(1, RandomCount).Select(seed => KeyValuePair.Create($"seed {seed}", RandomFiles.Make(seed)))]);

    [Fact]
    public async Task Names_of_sports_makers_and_products_are_those_of_the_reference_SDK()
    {
        var names = await ReferenceSdk.NamesAsync(TestContext.Current.CancellationToken);

        Assert.Empty(Unlike(names.GetProperty("sport"), FitSportNames.Of, mayBeUnknown: false));
        Assert.Empty(Unlike(names.GetProperty("subSport"), SubSportNames.Of, mayBeUnknown: false));
        Assert.Empty(Unlike(names.GetProperty("manufacturer"), ManufacturerNames.Of, mayBeUnknown: false));
        Assert.Empty(Unlike(names.GetProperty("garminProduct"), GarminProducts.Of, mayBeUnknown: true));
    }

    private async Task CompareAsync(KeyValuePair<string, byte[]>[] files)
    {
        var readings = await ReferenceSdk.ReadAsync([.. files.Select(file => file.Value)], TestContext.Current.CancellationToken);

        var differences = files.Zip(readings, (file, reading) => (file.Key, Differences: Differences(FitReader.Read(file.Value), reading)))
            .Where(file => file.Differences.Count > 0)
            .Select(file => $"{file.Key}: {string.Join("; ", file.Differences)}")
            .ToList();

        output.WriteLine(
            $"{files.Length - differences.Count} of {files.Length} files agree, "
                + $"{readings.Sum(reading => reading.GetProperty("n_records").GetInt32())} records");
        Assert.Equal(files.Length, readings.Count);
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static List<string> Differences(ReadResult result, JsonElement reference)
    {
        var differences = FitAgreement.Differences(result, reference).ToList();
        if (reference.GetProperty("sdk_errors").GetArrayLength() > 0 && result.Reason is null && result.Warnings.Count == 0)
        {
            differences.Add($"the SDK says {reference.GetProperty("sdk_errors")[0]}, we say nothing");
        }

        var times = result.Activities.SelectMany(activity => activity.Records.TimeUnixSeconds?.ToArray() ?? [])
            .Where(time => !double.IsNaN(time)).Select(time => time - FitTime.EpochUnixSeconds).ToList();
        var expected = reference.GetProperty("records").TryGetProperty("timestamp", out var timestamp) ? timestamp.GetProperty("sum").GetDouble() : 0;
        if (times.Sum() != expected)
        {
            differences.Add($"times sum up to {times.Sum()}, reference {expected}");
        }

        var sessions = reference.GetProperty("sessions").EnumerateArray().Select(Line).ToList();
        var ours = result.Activities.Take(sessions.Count).Select(Line).ToList();
        if (!ours.SequenceEqual(sessions))
        {
            differences.Add($"sessions {string.Join(" and ", ours)}, reference {string.Join(" and ", sessions)}");
        }

        var beats = result.Activities.Sum(activity => activity.BeatIntervalsMilliseconds.ToArray().Sum(interval => (double)interval)) / 1000;
        if (Math.Abs(beats - reference.GetProperty("beats_s").GetDouble()) > 1e-6)
        {
            differences.Add($"{beats} s between heartbeats, reference {reference.GetProperty("beats_s")}");
        }

        var laps = result.Activities.Sum(activity => activity.Laps.Count);
        if (laps != reference.GetProperty("n_laps").GetInt32())
        {
            differences.Add($"{laps} laps, reference {reference.GetProperty("n_laps")}");
        }

        return differences;
    }

    private static string Line(Activity activity) => string.Create(
        CultureInfo.InvariantCulture,
        $"[{activity.Start?.ToUnixTimeSeconds() - FitTime.EpochUnixSeconds} {activity.Sport} {activity.SubSport} "
            + $"{activity.TotalElapsed?.TotalSeconds:F3} {activity.TotalTimer?.TotalSeconds:F3} {activity.TotalDistance?.Metres:F2} "
                + $"{activity.TotalAscent?.Metres:F0} {activity.TotalDescent?.Metres:F0}]");

    private static string Line(JsonElement session)
    {
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[{Number("start"):F0} {session.GetProperty("sport")} {session.GetProperty("sub_sport")} {Number("elapsed_s"):F3} "
                + $"{Number("timer_s"):F3} {Number("distance_m"):F2} {Number("ascent_m"):F0} {Number("descent_m"):F0}]");

        double? Number(string name) => session.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;
    }

    // The SDK writes fr310Xt4t where the profile has fr310xt_4t: letters and digits alone are held against each other.
    private static IEnumerable<string> Unlike(JsonElement names, Func<uint?, string?> ours, bool mayBeUnknown) =>
        from name in names.EnumerateObject()
        let number = uint.Parse(name.Name, CultureInfo.InvariantCulture)
        let own = ours(number)
        where !(mayBeUnknown && own == name.Name) && Bare(own) != Bare(name.Value.GetString())
        select $"{number}: {own}, reference {name.Value}";

    private static string? Bare(string? name) => name?.Replace("_", string.Empty, StringComparison.Ordinal).ToUpperInvariant();
}
