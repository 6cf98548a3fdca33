using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Signals;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Runs;

/// <summary>The length of a run, and the distance that it had come at each record.</summary>
/// <param name="Total">Its length; null when unknown. [m]</param>
/// <param name="Metres">Metres covered at each record, scaled to the total; null without records or when unknown. [m]</param>
internal sealed record RunDistance(Distance? Total, double[]? Metres)
{
    private static readonly RunDistance Unknown = new(null, null);

    /// <summary>The session's total, else the stream's end, else the great-circle sum of positions.</summary>
    public static RunDistance Of(Activity activity, Timeline timeline, Duration timer)
    {
        var stream = Measured(activity.Records, timeline);
        var total = activity.TotalDistance ?? (stream is null ? null : new Distance(stream[^1]));
        if (total is not { Metres: >= 0 } length || !double.IsFinite(length.Metres))
        {
            return Unknown;
        }

        if (length == Distance.Zero)
        {
            return timer > Choices.ZeroDistanceUpTo.Value ? Unknown : new RunDistance(Distance.Zero, null);
        }

        stream ??= DistanceStream.FromSpeed(timeline, timeline.Gather(activity.Records.SpeedMetresPerSecond))
            ?? DistanceStream.FromSpeed(timeline, speed: null);
        if (stream is not null)
        {
            DistanceStream.ScaleTo(stream, length);
        }

        return new RunDistance(length, stream);
    }

    private static double[]? Measured(RecordStream records, Timeline timeline)
    {
        if (timeline.Gather(records[RecordField.Distance]) is { } column
            && DistanceStream.FromColumn(timeline, column, Choices.StreamGoesOnFrom.Value) is { } stream)
        {
            return stream;
        }

        return Positions.Of(records) is { } positions
            ? DistanceStream.FromPositions(timeline, timeline.Gather(positions.Latitudes), timeline.Gather(positions.Longitudes))
            : null;
    }
}
