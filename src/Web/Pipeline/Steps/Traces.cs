using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data.Formats;
using NodaTime;

namespace KneeLoad.Web.Pipeline.Steps;

/// <summary>The columns of a run's charts, out of what its file says. They are thinned here, once, so that whoever looks at them waits for nothing.</summary>
internal static class Traces
{
    /// <summary>Beyond this a value is none. [the column's unit]</summary>
    private const double Absurd = 1e9;

    /// <summary>Picks the columns; a file without times has none.</summary>
    public static RunTraces Of(Activity activity, Instant start)
    {
        var records = activity.Records;
        if (records.TimeUnixSeconds is not { } time)
        {
            return RunTraces.Empty;
        }

        var begin = (start - NodaConstants.UnixEpoch).TotalSeconds;
        return new RunTraces
        {
            Seconds = Column(time, seconds => seconds - begin),
            DistanceMetres = ColumnOrNull(records[RecordField.Distance]),
            SpeedMetresPerSecond = ColumnOrNull(records.SpeedMetresPerSecond),
            AltitudeMetres = ColumnOrNull(records.AltitudeMetres),
            CadenceStepsPerMinute = Cadences(activity),
            HeartRateBeatsPerMinute = ColumnOrNull(records[RecordField.HeartRate]),
        }.Thinned();
    }

    private static double[]? Cadences(Activity activity)
    {
        if (activity.Records[RecordField.Cadence] is not { } whole || activity.CadenceUnit == CadenceUnit.None)
        {
            return null;
        }

        var cadence = whole.ToArray();
        var part = activity.Records[RecordField.FractionalCadence]?.ToArray();
        for (var i = 0; i < cadence.Length; i++)
        {
            var counted = cadence[i] + (part is null || double.IsNaN(part[i]) ? 0 : part[i]);
            cadence[i] = activity.CadenceUnit == CadenceUnit.StridesPerMinute ? Cadence.FromStridesPerMinute(counted).StepsPerMinute : counted;
        }

        return cadence;
    }

    private static double[]? ColumnOrNull(Column? column) => column is null ? null : Column(column, value => value);

    private static double[] Column(Column column, Func<double, double> scale)
    {
        var values = column.ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            var value = scale(values[i]);
            values[i] = Math.Abs(value) < Absurd ? value : double.NaN;
        }

        return values;
    }
}
