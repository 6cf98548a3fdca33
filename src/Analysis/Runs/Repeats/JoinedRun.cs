using System.Collections.Immutable;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Surfaces;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Runs.Repeats;

/// <summary>An activity as it counts: with what the files that repeat it measured besides, and only with its own share of a union.</summary>
public static class JoinedRun
{
    /// <summary>The kept activity with what a repeating one measured and it did not: heart rate of the one, cadence of the other.</summary>
    /// <param name="kept">The activity that is kept.</param>
    /// <param name="other">One that repeats it.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static AnalysedActivity Fill(AnalysedActivity kept, AnalysedActivity other)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(other);
        var (own, more) = (kept.Metrics, other.Metrics);
        var takesCadence = own.Cadence is null && more.Cadence is not null;
        var takesStrike = own.FootStrike.Source < more.FootStrike.Source;
        var metrics = own with
        {
            HeartRate = own.HeartRate ?? more.HeartRate,
            Cadence = own.Cadence ?? more.Cadence,
            Steps = takesCadence ? more.Steps : own.Steps,
            CadenceDriftStepsPerMinute = own.CadenceDriftStepsPerMinute ?? more.CadenceDriftStepsPerMinute,
            ContactTimeMs = own.ContactTimeMs ?? more.ContactTimeMs,
            ContactBalancePercent = own.ContactBalancePercent ?? more.ContactBalancePercent,
            VerticalOscillationMm = own.VerticalOscillationMm ?? more.VerticalOscillationMm,
            StepLength = own.StepLength ?? more.StepLength,
            DutyFactor = own.DutyFactor ?? more.DutyFactor,
            PeakVerticalForceBodyWeights = own.PeakVerticalForceBodyWeights ?? more.PeakVerticalForceBodyWeights,
            Ascent = own.Ascent ?? more.Ascent,
            Descent = own.Descent ?? more.Descent,
            Downhill = own.Downhill ?? more.Downhill,
            FootStrike = takesStrike ? more.FootStrike : own.FootStrike,
            Lacks = takesCadence ? [.. own.Lacks.Where(lack => lack is not RunLack.Cadence)] : own.Lacks,
        };
        var takesCells = (takesCadence || takesStrike) && own.Distance is { Metres: > 0 } length && Metres(other.Cells) is > 0;
        return new(metrics, takesCells ? Scaled(other.Cells, own.Distance!.Value.Metres / Metres(other.Cells)) : kept.Cells);
    }

    /// <summary>The quantities that one file measured and the kept one did not.</summary>
    /// <param name="kept">What the kept one says.</param>
    /// <param name="other">What the other says.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IReadOnlyList<JoinedQuantity> Given(RunMetrics kept, RunMetrics other)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(other);
        (JoinedQuantity Quantity, bool IsGiven)[] quantities =
        [
            (JoinedQuantity.HeartRate, kept.HeartRate is null && other.HeartRate is not null),
            (JoinedQuantity.Cadence, kept.Cadence is null && other.Cadence is not null),
            (JoinedQuantity.Form, kept.ContactTimeMs is null && other.ContactTimeMs is not null),
            (JoinedQuantity.FootStrike, kept.FootStrike.Source < other.FootStrike.Source && other.FootStrike.Source == FootStrikeSource.Sensor),
            (JoinedQuantity.Climb, kept.Descent is null && other.Descent is not null),
        ];
        return [.. quantities.Where(quantity => quantity.IsGiven).Select(quantity => quantity.Quantity)];
    }

    /// <summary>
    /// Whether a recording covers enough of the activity that it repeats to speak for the whole of it: by the clock, the timer or the length.
    /// </summary>
    internal static bool Covers(RunMetrics other, RunMetrics kept)
    {
        var least = Choices.DuplicateCover.Value.Value;
        return other.Elapsed >= kept.Elapsed * least
            || other.Timer >= kept.Timer * least
            || (other.Distance is { } length && kept.Distance is { } whole && length.Metres >= least * whole.Metres);
    }

    /// <summary>Whether a mix says anything of the ground.</summary>
    internal static bool IsKnown(SurfaceMix? surface) => surface is not null && (surface.Known + surface.Assumed).Metres > 0;

    /// <summary>A mix over the length of another recording of the run.</summary>
    internal static SurfaceMix ScaledTo(SurfaceMix surface, Distance? length)
    {
        var whole = (surface.Known + surface.Assumed + surface.Unknown).Metres;
        return length is { Metres: > 0 } known && whole > 0 ? surface.Times(known.Metres / whole) : surface;
    }

    /// <summary>A share of an activity: its sums in proportion, its means as they are.</summary>
    /// <param name="whole">The activity.</param>
    /// <param name="share">The share that counts. [1]</param>
    /// <exception cref="ArgumentNullException"><paramref name="whole"/> is null.</exception>
    public static AnalysedActivity Part(AnalysedActivity whole, Fraction share)
    {
        ArgumentNullException.ThrowIfNull(whole);
        var metrics = whole.Metrics;
        return new(
            metrics with
            {
                Distance = Of(metrics.Distance),
                Walking = Of(metrics.Walking),
                Steps = share.Value * metrics.Steps,
                Timer = metrics.Timer * share.Value,
                Moving = metrics.Moving * share.Value,
                Ascent = Of(metrics.Ascent),
                Descent = Of(metrics.Descent),
                Downhill = metrics.Downhill is { } downhill
                    ? new(share.Value * downhill.Gentle, share.Value * downhill.Moderate, share.Value * downhill.Steep)
                    : null,
                Extrapolated = metrics.Extrapolated * share.Value,
                FootStrike = metrics.FootStrike with { RecordedSteps = share.Value * metrics.FootStrike.RecordedSteps },
            },
            Scaled(whole.Cells, share.Value));

        Distance? Of(Distance? length) => length is { } known ? share.Value * known : null;
    }

    private static double Metres(CellTable cells) => cells.Cells.Sum(cell => cell.Metres);

    private static CellTable Scaled(CellTable cells, double factor) => new(cells.Cells
        .Select(cell => cell with { Metres = factor * cell.Metres, Seconds = factor * cell.Seconds, Steps = factor * cell.Steps })
        .ToImmutableArray());
}
