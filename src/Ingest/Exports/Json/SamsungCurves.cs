using System.Text.Json;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Exports.Json;

/// <summary>The curves of one exercise of Samsung Health: lists of values by their moments, one of the heart and the legs, one of the way.</summary>
internal static class SamsungCurves
{
    private static readonly (string Name, RecordField Field)[] Measured =
    [
        ("heart_rate", RecordField.HeartRate),
        ("cadence", RecordField.Cadence),
        ("speed", RecordField.Speed),
        ("altitude", RecordField.Altitude),
    ];

    /// <summary>Reads one or both lists of a run.</summary>
    /// <param name="curve">One of them.</param>
    /// <param name="other">The other; empty where there is none.</param>
    /// <param name="run">What the table states of the run.</param>
    public static ReadResult Read(ReadOnlySpan<byte> curve, ReadOnlySpan<byte> other, Activity run)
    {
        var (samples, distances) = (new TimedSamples(), new List<(double Moment, double Metres)>());
        var place = JsonItems.Read(curve, isWhole: false, Take);
        place ??= other.IsEmpty ? null : JsonItems.Read(other, isWhole: false, Take);
        samples.AddDistances(distances);
        var read = run with { Format = ActivityFormat.SamsungJson, CadenceUnit = samples.CadenceUnit, Records = samples.ToRecords() };
        return place is { } damaged
            ? ReadResult.Partial(ActivityFormat.SamsungJson, [read], [], ReadFault.MalformedJson, RemarkKind.ExportDamaged, damaged)
            : ReadResult.Read(ActivityFormat.SamsungJson, [read], []);

        bool Take(JsonElement item)
        {
            if (ExportTimes.Of(item.Get("start_time"))?.UnixSeconds is { } moment)
            {
                foreach (var (name, field) in Measured)
                {
                    samples.Add(moment, field, item.Number(name));
                }

                samples.AddPlace(moment, item.Number("latitude"), item.Number("longitude"));
                if (item.Number("distance") is >= 0 and var metres)
                {
                    distances.Add((moment, metres));
                }
            }

            return true;
        }
    }
}
