using KneeLoad.Analysis.Runs.Repeats;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Web.Data.Formats;
using KneeLoad.Web.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Features.Runs.Joining;

/// <summary>The columns of a run as it counts: with those that other recordings of it gave, and without the part that another covers.</summary>
public sealed class JoinedTraces(KneeLoadDbContext db)
{
    /// <summary>Records of two devices within so much are of one moment. [s]</summary>
    private const double SameMoment = 10;

    /// <summary>The joined columns.</summary>
    /// <param name="own">The run's own.</param>
    /// <param name="activity">The run as it counts.</param>
    /// <param name="runs">The activities around it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<RunTraces> ReadAsync(RunTraces own, HistoryRun activity, IReadOnlyList<HistoryRun> runs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(activity);
        var traces = own;
        foreach (var file in activity.JoinedWith)
        {
            if (runs.FirstOrDefault(run => string.Equals(run.Key, file.Key, StringComparison.Ordinal)) is not { } other)
            {
                continue;
            }

            var later = (other.Metrics.Start - activity.Metrics.Start).TotalSeconds;
            if (file.Share is not null)
            {
                traces = Without(traces, later, later + other.Metrics.Elapsed.TotalSeconds);
            }
            else if (await db.Runs
                .AsNoTracking()
                .Where(run => run.Id == Guid.Parse(file.Key))
                .Select(run => run.Traces)
                .SingleOrDefaultAsync(cancellationToken) is { } packed)
            {
                traces = Filled(traces, TraceCodec.Unpack(packed), later, file.Gave);
            }
        }

        return traces;
    }

    /// <summary>Columns with what another recording of the run measured besides.</summary>
    /// <param name="own">The run's own.</param>
    /// <param name="other">The other recording's.</param>
    /// <param name="later">From the run's start to the other's. [s]</param>
    /// <param name="gave">The quantities that the run lacks.</param>
    internal static RunTraces Filled(RunTraces own, RunTraces other, double later, IReadOnlyList<JoinedQuantity> gave)
    {
        ArgumentNullException.ThrowIfNull(gave);
        if (own.Seconds.Length == 0 || other.Seconds.Length == 0)
        {
            return own;
        }

        var moments = Moments(own.Seconds, other.Seconds, later);
        double[]? At(double[]? column) => column is null ? null : Array.ConvertAll(moments, at => at < 0 ? double.NaN : column[at]);
        return own with
        {
            HeartRateBeatsPerMinute = gave.Contains(JoinedQuantity.HeartRate) ? At(other.HeartRateBeatsPerMinute) : own.HeartRateBeatsPerMinute,
            CadenceStepsPerMinute = gave.Contains(JoinedQuantity.Cadence) ? At(other.CadenceStepsPerMinute) : own.CadenceStepsPerMinute,
            AltitudeMetres = own.AltitudeMetres is null && gave.Contains(JoinedQuantity.Climb) ? At(other.AltitudeMetres) : own.AltitudeMetres,
        };
    }

    /// <summary>Columns without a span of time; the distance goes on where it was left.</summary>
    /// <param name="own">The columns.</param>
    /// <param name="from">Begin of the span since the start. [s]</param>
    /// <param name="to">Its end. [s]</param>
    internal static RunTraces Without(RunTraces own, double from, double to)
    {
        ArgumentNullException.ThrowIfNull(own);
        var kept = Enumerable.Range(0, own.Seconds.Length).Where(i => !(own.Seconds[i] >= from && own.Seconds[i] <= to)).ToArray();
        double[]? At(double[]? column) => column is null ? null : Array.ConvertAll(kept, i => column[i]);
        return own with
        {
            Seconds = At(own.Seconds)!,
            DistanceMetres = own.DistanceMetres is { } metres ? Rejoined(RunTraces.Advancing(metres), kept) : null,
            SpeedMetresPerSecond = At(own.SpeedMetresPerSecond),
            AltitudeMetres = At(own.AltitudeMetres),
            CadenceStepsPerMinute = At(own.CadenceStepsPerMinute),
            HeartRateBeatsPerMinute = At(own.HeartRateBeatsPerMinute),
        };
    }

    private static double[] Rejoined(double[] metres, int[] kept)
    {
        var joined = new double[kept.Length];
        for (var i = 1; i < kept.Length; i++)
        {
            joined[i] = joined[i - 1] + (kept[i] == kept[i - 1] + 1 ? metres[kept[i]] - metres[kept[i - 1]] : 0);
        }

        return joined;
    }

    /// <summary>For each own record the other's nearest; -1 where none is near.</summary>
    private static int[] Moments(double[] own, double[] other, double later)
    {
        var moments = new int[own.Length];
        var near = 0;
        for (var i = 0; i < own.Length; i++)
        {
            while (near + 1 < other.Length && Math.Abs(other[near + 1] + later - own[i]) <= Math.Abs(other[near] + later - own[i]))
            {
                near++;
            }

            moments[i] = Math.Abs(other[near] + later - own[i]) <= SameMoment ? near : -1;
        }

        return moments;
    }
}
