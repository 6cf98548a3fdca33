using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using MathNet.Numerics.Statistics;
using NodaTime;

namespace KneeLoad.Analysis.Risk;

/// <summary>
/// The last 7 days of runs against the largest of the four blocks of 7 days before them, in metres and in knee-kilometres:
/// a week that one has run within the month is no jump.
/// </summary>
internal static class WeekRule
{
    private const int DaysInBlock = 7;
    private const int Blocks = 4;

    public static Week Judge(TrainingHistory training, LocalDate asOf)
    {
        if (training.FirstDay is not { } first || Period.DaysBetween(first, asOf) < Choices.WeekFromDay.Value)
        {
            return Unjudged(NotJudged.WindowNotFull);
        }

        var blocks = Enumerable.Range(0, Blocks + 1)
            .Select(block => training.RunsOf(DayWindow.EndingOn(asOf.PlusDays(-DaysInBlock * block), DaysInBlock)).ToList())
            .ToArray();
        if (blocks.Skip(1).Count(runs => runs.Count > 0) < Choices.LeastBlocks.Value)
        {
            return Unjudged(NotJudged.TooFewBefore);
        }

        var distance = Growth.Of(blocks, run => run.Metrics.Distance?.Kilometres);
        var load = Growth.Of(blocks, run => run.Load.KneeKilometres?.Value);
        if ((distance ?? load) is null)
        {
            return Unjudged(NotJudged.DistanceUnknown);
        }

        var isLoad = load is { } byLoad
            && (distance is not { } byDistance || (byLoad.Points, byLoad.Ratio).CompareTo((byDistance.Points, byDistance.Ratio)) > 0);
        return new()
        {
            Points = (isLoad ? load : distance)!.Value.Points,
            Counts = false,
            Measurement = MeasurementQuality.Good,
            Quantity = isLoad ? WeekQuantity.KneeLoad : WeekQuantity.Distance,
            Distance = distance is { } km ? new(Metres(km.Week), Metres(km.Most), Metres(km.Usual)) : null,
            KneeLoad = load is { } knee ? new(new(knee.Week), new KneeKilometres(knee.Most), new KneeKilometres(knee.Usual)) : null,
        };
    }

    private static Distance Metres(double kilometres) => new(1000 * kilometres);

    private static Week Unjudged(NotJudged why) => new() { Points = 0, Counts = false, Measurement = MeasurementQuality.None, NotJudged = why };

    private static int PointsOf(double growth) => Choices.WeekPoints.Value.FirstOrDefault(step => growth > step.Above.Value).Points;

    private readonly record struct Growth(double Week, double Most, double Usual)
    {
        public double Ratio => Week / Most;

        public int Points => Week - Most < Choices.LeastWeekExcess.Value ? 0 : PointsOf(Ratio - 1);

        /// <summary>Null where a run's quantity is unknown, or the blocks hold none of it.</summary>
        public static Growth? Of(List<HistoryRun>[] blocks, Func<HistoryRun, double?> quantity)
        {
            var sums = new double[blocks.Length];
            for (var block = 0; block < blocks.Length; block++)
            {
                foreach (var run in blocks[block])
                {
                    if (quantity(run) is not { } value)
                    {
                        return null;
                    }

                    sums[block] += value;
                }
            }

            var before = sums[1..];
            return before.Max() is > 0 and var most
                ? new(sums[0], most, before.Where((_, block) => blocks[block + 1].Count > 0).Median())
                : null;
        }
    }
}
