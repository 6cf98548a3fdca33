using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Runs;

/// <summary>The cells of a run, and what is read off them without a baseline.</summary>
internal static class RunCells
{
    /// <summary>The cells of runs and walks; empty for another sport and where the distance is unknown.</summary>
    public static CellTable Of(RunKind kind, Distance? distance, Duration timer, Motion motion, Gaits gaits)
    {
        if (kind is RunKind.Other or RunKind.Course || distance is not { Metres: > 0 } length)
        {
            return CellTable.Empty;
        }

        var builder = new CellTableBuilder();
        AddRecords(builder, motion, gaits);
        if (builder.IsEmpty)
        {
            // Totals without records, or records without a believable speed: all of it moved alike, as far as anyone can tell.
            AddWhole(builder, kind, length, timer);
        }

        return builder.Build();
    }

    /// <summary>Metres walked; null where no way of moving is known. [m]</summary>
    public static Distance? Walked(CellTable cells) => cells.Cells.IsEmpty
        ? null
        : new Distance(cells.Cells.Where(cell => cell.Gait == Gait.Walk).Sum(cell => cell.Metres));

    /// <summary>Timer time outside of what the load model was measured at.</summary>
    public static Duration Extrapolated(CellTable cells) =>
        Duration.FromSeconds(cells.Cells.Where(cell => KneeLoadModel.IsExtrapolated(cell)).Sum(cell => cell.Seconds));

    /// <summary>Metres run downhill by steepness; null when gradient was not measured.</summary>
    public static DownhillMetres? Downhill(Motion motion, Gaits gaits)
    {
        if (motion is not { Gradient: { } gradient, Covered: { } covered })
        {
            return null;
        }

        var (from, moderate, steep) = Choices.DownhillPercent.Value;
        double gentleMetres = 0, moderateMetres = 0, steepMetres = 0;
        for (var i = 0; i < gradient.Length; i++)
        {
            var fall = -new Fraction(Math.Tan(double.DegreesToRadians(gradient[i]))).Percent;
            if (fall >= from && gaits.At(i) == Gait.Run)
            {
                gentleMetres += fall < moderate ? covered[i] : 0;
                moderateMetres += fall >= moderate && fall <= steep ? covered[i] : 0;
                steepMetres += fall > steep ? covered[i] : 0;
            }
        }

        return new DownhillMetres(new(gentleMetres), new(moderateMetres), new(steepMetres));
    }

    /// <summary>Metres down on slopes of over 2 %; null where no altitude as steady as a barometer's was measured.</summary>
    public static Distance? DescentOnSlopes(Motion motion, bool isSteady)
    {
        if (!isSteady || motion is not { Gradient: { } gradient, Covered: { } covered })
        {
            return null;
        }

        var down = 0.0;
        for (var i = 0; i < gradient.Length; i++)
        {
            var fall = -Math.Tan(double.DegreesToRadians(gradient[i]));
            down += fall > Choices.DownhillPercent.Value.Gentle / 100 ? fall * covered[i] : 0;
        }

        return new(down);
    }

    /// <summary>The speed and gradient bins of each record; level where gradient was not measured.</summary>
    public static (int Speed, int Gradient)[] Places(Motion motion)
    {
        var places = new (int, int)[motion.Timeline.Count];
        for (var i = 0; i < places.Length; i++)
        {
            var speed = motion.Speed?[i] ?? double.NaN;
            var gradient = motion.Gradient?[i] ?? double.NaN;
            places[i] = (
                double.IsNaN(speed) ? -1 : CellBins.OfSpeed(new(speed)),
                double.IsNaN(gradient) ? CellBins.Level : CellBins.OfGradient(gradient));
        }

        return places;
    }

    private static void AddRecords(CellTableBuilder builder, Motion motion, Gaits gaits)
    {
        if (motion is not { Speed: { } speed, Covered: { } covered })
        {
            return;
        }

        for (var i = 0; i < speed.Length; i++)
        {
            if (motion.Timeline.RecordSeconds[i] > 0 && !double.IsNaN(speed[i]))
            {
                var walked = gaits.WalkingShareAt(i);
                Add(Gait.Walk, walked, i);
                Add(Gait.Run, 1 - walked, i);
            }
        }

        void Add(Gait gait, double share, int i)
        {
            if (share > 0)
            {
                builder.Add(
                    gait,
                    motion.FootStrike?.IsForefoot(i) ?? false,
                    speed[i],
                    motion.Cadence?[i] ?? double.NaN,
                    motion.Gradient?[i] ?? double.NaN,
                    share * covered[i],
                    share * motion.Timeline.RecordSeconds[i],
                    share * motion.Timeline.Gaps[i]);
            }
        }
    }

    private static void AddWhole(CellTableBuilder builder, RunKind kind, Distance length, Duration timer)
    {
        var seconds = timer.TotalSeconds;
        var speed = seconds > 0 ? length.Metres / seconds : double.NaN;
        if (speed <= Choices.FastestRunning.Value.MetresPerSecond)
        {
            // A run without records stays a run, however slow: nothing says that it held walks.
            builder.Add(kind == RunKind.Walk ? Gait.Walk : Gait.Run, false, speed, double.NaN, double.NaN, length.Metres, seconds, seconds);
        }
    }
}

/// <summary>Metres run downhill, by steepness.</summary>
/// <param name="Gentle">At 2 to 5 %. [m]</param>
/// <param name="Moderate">At 5 to 10 %. [m]</param>
/// <param name="Steep">Over 10 %. [m]</param>
public readonly record struct DownhillMetres(Distance Gentle, Distance Moderate, Distance Steep);
