using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Weeks;

/// <summary>Sums over the runs of a span of days, from which weeks and the rows of the score take their shares.</summary>
public sealed class RunTotals
{
    private double hardMetres;
    private double heelSteps;
    private double recordedSteps;
    private double recordedMetres;
    private double runningMetres;
    private double cadenceSeconds;
    private double stepsOfCadence;

    /// <summary>Number of runs. [1]</summary>
    public int Runs { get; private set; }

    /// <summary>Runs without a known distance. [1]</summary>
    public int UnknownDistances { get; private set; }

    /// <summary>Metres run; unknown distances are left out. [m]</summary>
    public Distance Distance { get; private set; }

    /// <summary>Timer time.</summary>
    public Duration Timer { get; private set; }

    /// <summary>Steps of both feet; null when no run had cadence. [1]</summary>
    public double? Steps { get; private set; }

    /// <summary>Metres of descent; null when not measured. [m]</summary>
    public Distance? Descent { get; private set; }

    /// <summary>Metres on a downhill of over 2 %; null when not measured. [m]</summary>
    public Distance? Downhill { get; private set; }

    /// <summary>Metres whose surface is known; null when no map has been asked. [m]</summary>
    public Distance? SurfaceKnown { get; private set; }

    /// <summary>Metres whose surface is assumed from the kind of way. [m]</summary>
    public Distance SurfaceAssumed { get; private set; }

    /// <summary>Metres whose surface is unknown, those of runs that no map was asked about included. [m]</summary>
    public Distance SurfaceUnknown { get; private set; }

    /// <summary>Runs whose foot strike a sensor recorded. [1]</summary>
    public int RecordedFootStrikeRuns { get; private set; }

    /// <summary>Metres on hard ground; null when no map has been asked. [m]</summary>
    public Distance? Hard => SurfaceKnown is null ? null : new(hardMetres);

    /// <summary>Hard metres over known and assumed metres; null when there are none. [1]</summary>
    public Fraction? HardShare =>
        SurfaceKnown is { } known && (known + SurfaceAssumed).Metres > 0 ? new(hardMetres / (known + SurfaceAssumed).Metres) : null;

    /// <summary>Share of recorded steps that landed on the heel; null when none was recorded. [1]</summary>
    public Fraction? HeelShare => recordedSteps > 0 ? new(heelSteps / recordedSteps) : null;

    /// <summary>Share of the metres run, walking left out, on which a sensor recorded the foot strike. [1]</summary>
    public Fraction RecordedFootStrikeShare => new(runningMetres > 0 ? recordedMetres / runningMetres : 0);

    /// <summary>Cadence at the runner's own pace, mean by moving time; null when not measured. [steps/min]</summary>
    public Cadence? CadenceAtOwnPace => cadenceSeconds > 0 ? new(stepsOfCadence / cadenceSeconds) : null;

    /// <summary>Adds runs up.</summary>
    /// <param name="runs">Runs that count, in order of start, so that sums come out the same to the last bit.</param>
    public static RunTotals Of(IEnumerable<HistoryRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);

        var totals = new RunTotals();
        foreach (var run in runs)
        {
            totals.Add(run);
        }

        return totals;
    }

    private static Distance? Plus(Distance? sum, Distance? next) => next is { } value ? (sum ?? default) + value : sum;

    private void Add(HistoryRun run)
    {
        var metrics = run.Metrics;
        Runs++;
        UnknownDistances += metrics.Distance is null ? 1 : 0;
        Distance += metrics.Distance ?? default;
        Timer += metrics.Timer;
        Steps = metrics.Steps is { } steps ? (Steps ?? 0) + steps : Steps;
        Descent = Plus(Descent, metrics.Descent);
        Downhill = Plus(Downhill, metrics.Downhill is { } downhill ? downhill.Gentle + downhill.Moderate + downhill.Steep : null);
        AddSurface(run);
        AddFootStrike(metrics.FootStrike, (metrics.Distance - (metrics.Walking ?? default)) ?? default, metrics.Steps);
        if (run.Load.CadenceAtOwnPace is { } cadence)
        {
            var seconds = metrics.Moving.TotalSeconds;
            cadenceSeconds += seconds;
            stepsOfCadence += cadence.StepsPerMinute * seconds;
        }
    }

    private void AddSurface(HistoryRun run)
    {
        if (run.Surface is not { } surface)
        {
            SurfaceUnknown += run.Metrics.Distance ?? default;
            return;
        }

        SurfaceKnown = (SurfaceKnown ?? default) + surface.Known;
        SurfaceAssumed += surface.Assumed;
        SurfaceUnknown += surface.Unknown;
        hardMetres += surface.Hard.Metres;
    }

    private void AddFootStrike(FootStrike strike, Distance running, double? steps)
    {
        runningMetres += running.Metres;
        if (strike is not { Source: FootStrikeSource.Sensor, HeelShare: { } heel, RecordedSteps: > 0 })
        {
            return;
        }

        RecordedFootStrikeRuns++;
        recordedSteps += strike.RecordedSteps;
        heelSteps += heel.Value * strike.RecordedSteps;
        // A sensor that fell asleep half way recorded half of the metres.
        recordedMetres += running.Metres * (steps > 0 ? Math.Min(1, strike.RecordedSteps / steps.Value) : 1);
    }
}
