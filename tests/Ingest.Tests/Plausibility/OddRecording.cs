using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Plausibility;

/// <summary>
/// A recording that a seed makes odd in up to four ways: its clock leaps, its places jump, its totals lie. Gaps, steps and shares lie on the edges that
/// the rules know, and directly beside them.
/// </summary>
internal sealed partial class OddRecording
{
    private const double MetresPerDegree = 111_195;

    private static readonly double[] Seconds = [59, 60, 61, 299, 300, 301, 899, 900, 901, 1_800, 86_399, 86_400, 86_401, 604_800];
    private static readonly double[] Jumps = [12, 13, 29, 31, 249, 251, 400, 5_000];
    private static readonly double[] Shares = [0, 0.66, 0.67, 0.89, 0.9, 0.91, 1, 1.1, 1.11, 1.12, 1.5, 1.51, 10];
    private static readonly string?[] Sports = [null, "", "generic", "running", "running", "running", "walking", "cycling", "fitness_equipment"];
    private static readonly string?[] SubSports = [null, null, "treadmill", "trail", "indoor_cycling", "virtual_activity", "indoor_running", "casual_walking"];
    private static readonly string?[] Names = [null, null, "Morning run", "Lauf", "Radfahren", "walk with dog", "Trail", "...", "スキー", "course"];

    private readonly Random random;
    private readonly List<string> ways = [];
    private readonly double[] times;
    private readonly double[] north;
    private readonly double[] east;
    private readonly double[] altitudes;
    private readonly double[] metres;
    private readonly double[] speeds;
    private readonly List<DeveloperColumn> pods = [];
    private int[] order;
    private Activity activity;

    private OddRecording(int seed)
    {
        // Neighbours of one seed would be made odd in one way.
        random = new Random(seed * 1_000_003);
        var count = Pick(2, 3, 8, 30, 60, 120, 200);
        var (step, speed) = (Pick(1.0, 1, 1, 2, 5, 20, 60), Pick(0, 1, 2.5, 3, 3, 3, 8, 12));
        order = [.. Enumerable.Range(0, count)];
        times = [.. order.Select(i => MadeActivity.UnixSeconds(MadeActivity.Morning) + (i * step))];
        north = [.. order.Select(i => 47 + (i * step * speed / MetresPerDegree))];
        east = [.. order.Select(_ => 8.0)];
        metres = [.. order.Select(i => i * step * speed)];
        altitudes = [.. order.Select(i => 400.0 + (i % 7))];
        speeds = [.. order.Select(_ => speed)];
        activity = new Activity
        {
            Format = ActivityFormat.Fit,
            Records = RecordStream.Empty,
            Sport = Pick(Sports),
            HasSession = Chance(0.4),
            UtcOffset = Pick<Offset?>(null, null, Offset.FromHours(2), Offset.FromHours(-11)),
        };
    }

    /// <summary>The recordings of one file by a number, and the names of what is odd about them.</summary>
    public static (IReadOnlyList<Activity> Activities, string Ways) Of(int seed)
    {
        var made = new OddRecording(seed);
        for (var left = made.random.Next(1, 5); left > 0; left--)
        {
            made.MakeOdd();
        }

        var only = made.Build();
        return made.Chance(0.12) ? (made.WithSummary(only), string.Join(' ', made.ways) + " summary") : ([only], string.Join(' ', made.ways));
    }

    private T Pick<T>(params T[] of) => of[random.Next(of.Length)];

    private bool Chance(double share) => random.NextDouble() < share;

    private int Place() => random.Next(times.Length);

    private (int From, int To) Span()
    {
        var from = Place();
        return (from, Math.Min(times.Length, from + Pick(1, 1, 2, 5, 20, 40)));
    }

    private void MakeOdd()
    {
        Action[] all =
        [
            Gap, Gap, SetBack, Excursion, UnsetClock, Repeat, Reverse, SwapParts, LoseTimes, Double, Shiver, Jump, Jump, Detour, LosePlaces, NoPlaces,
            AroundTheWorld, ResetDistance, LeapDistance, NoDistance, HoldDistance, State, State, Climb, Climb, Speeds, Pods, Words, Dates, Laps, Pause,
        ];
        var way = Pick(all);
        ways.Add(way.Method.Name);
        way();
    }

    private void Shift(int from, int to, double by)
    {
        for (var i = from; i < to; i++)
        {
            times[i] += by;
        }
    }

    private void Fill(double[] column, double value)
    {
        var (from, to) = Span();
        column.AsSpan(from..to).Fill(value);
    }

    // One that sums up others stands beside two that lie within it, or nearly.
    private IReadOnlyList<Activity> WithSummary(Activity only)
    {
        var begin = only.Start ?? MadeActivity.Morning;
        var half = Duration.FromSeconds(Pick(1_800, 1_801));
        Activity Of(Instant start, Duration lasts, bool isElapsed) => only with
        {
            Records = RecordStream.Empty,
            Start = start,
            TotalElapsed = isElapsed ? lasts : null,
            TotalTimer = lasts,
        };
        return
        [
            Of(begin - Duration.FromSeconds(Pick(0, 1, 60, 61)), half + half + Duration.FromSeconds(Pick(0, 60, 120, 3_600)), Chance(0.7)),
            Of(begin, half, Chance(0.7)), Of(begin + half + Duration.FromSeconds(Pick(-100, -1, 0, 5)), half, Chance(0.7)),
        ];
    }

    private Activity Build()
    {
        Column? Taken(double[] of) => order.Any(i => double.IsFinite(of[i])) ? Ingest.Activities.Column.Of([.. order.Select(i => of[i])]) : null;
        var columns = new (RecordField Field, Column? Values)[]
        {
            (RecordField.PositionLat, Taken(north)), (RecordField.PositionLong, Taken(east)), (RecordField.Distance, Taken(metres)),
            (RecordField.EnhancedAltitude, Taken(altitudes)), (RecordField.EnhancedSpeed, Chance(0.5) ? Taken(speeds) : null),
        };
        var records = new RecordStream(
            order.Length,
            Ingest.Activities.Column.Of([.. order.Select(i => times[i])]),
            columns.Where(column => column.Values is not null).Select(column => KeyValuePair.Create(column.Field, column.Values!)),
            pods.ConvertAll(pod => pod with { Values = Ingest.Activities.Column.Of([.. order.Select(i => pod.Values[i] ?? double.NaN)]) }));
        var first = order.Select(i => times[i]).FirstOrDefault(double.IsFinite, double.NaN);
        return activity with
        {
            Records = records,
            Start = activity.Start ?? (double.IsFinite(first) && Chance(0.8) ? Instant.FromUnixTimeTicks((long)(first * NodaConstants.TicksPerSecond)) : null),
        };
    }
}
