using static KneeLoad.Testing.Stories.StoryRun;

namespace KneeLoad.Testing.Stories;

/// <summary>Made histories that the model must get right, as a sports physician would.</summary>
public static class MadeStories
{
    private const int Weeks = 16;

    // Three runs a week about 7, 9 and 14 km, each off by up to 15 % by chance.
    private static readonly double[] Noisy =
    [
        6.63, 8.06, 14.63, 6.1, 9.1, 13.44, 6.07, 9.02, 12.06, 6.86, 7.84, 12.28, 6.84, 9.88, 12.42, 6.42, 9.34, 15.88,
        7.16, 8.72, 16.0, 6.05, 9.97, 13.12, 6.25, 7.97, 13.2, 7.66, 8.14, 14.34, 7.29, 8.66, 14.2, 6.08, 7.81, 12.77,
        7.38, 8.8, 13.22, 7.18, 8.87, 13.16, 7.62, 9.54, 12.93, 7.16, 9.07, 15.58,
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Story> All { get; } =
    [
        Make("01-couch-to-5k", "low throughout: a slow plan, no alarm at the step from walk to run", CouchToFive()),
        Make("02-keen-novice", "elevated or high in weeks 3 and 4: from 3 to 10 km within 24 days", KeenNovice()),
        Make("03-marathon-plan", "mostly low; elevated for the race and the days after", MarathonPlan()),
        Make("04a-parkrun-wait-13", "the same as 04b: five minutes at the start line change nothing for a knee", Parkrun(13)),
        Make("04b-parkrun-wait-18", "the same as 04a", Parkrun(18)),
        Make("05-track-files", "low throughout: the same week for 16 weeks", TrackFiles()),
        Make("06-ultra-100", "low, then high for the 100 km; no ceiling that licenses another", Ultra()),
        Make("07-night-runner", "low throughout; no day counted twice or lost", EveryOther(d => Even(d, 23, 9) with { Minute = 40 })),
        Make("08a-slow-with-cadence", "low; a run stays a run", EveryOther(d => Even(d, 8, 5, d < 56 ? 9.0 : 9.6, 148))),
        Make("08b-slow-no-cadence", "low; the load does not jump where 1.8 m/s is crossed", EveryOther(d => Even(d, 8, 5, d < 56 ? 9.0 : 9.6, null))),
        Make("09-run-walk", "low throughout; walks seen as walks", RunWalk()),
        Make(
            "10-treadmill",
            "low; says what is unknown",
            EveryOther(d => Even(d, 7, 8) with { Outdoors = false, SubSport = 1, KnowsDistance = d / 2 % 3 != 2 })),
        Make("11-to-the-mountains", "at least elevated in the first mountain week: ten times the descent", Mountains()),
        Make(
            "12-twice-as-often",
            "elevated in week 9: 24 km a week become 56",
            Weekly(w => w < 8 ? [(0, 8), (2, 8), (5, 8)] : [.. Enumerable.Range(0, 7).Select(d => (d, 8.0))], evening: true)),
        Make("13-nine-percent-each-run", "elevated by the second week of it: 5 to 21 km in six weeks", NinePercent()),
        Make("14-return", "elevated when the first runs back are as long as before", Return()),
        Make(
            "15-pram",
            "the same load as 15b: the knees do not know where the watch sits",
            EveryOther(d => Even(d, 10, 8, 6.5, d < 56 || d % 4 != 0 ? 164 : 82))),
        Make("15b-no-pram", "control", EveryOther(d => Even(d, 10, 8, 6.5))),
        Make(
            "16-indoor-drift",
            "elevated by a false distance, which the runner can put right",
            EveryOther(d => Even(d, 18, 8) with { Drift = d == 84 ? 1.7 : 1 })),
        Make("17-first-half-marathon", "high after the race", HalfMarathon()),
        Make(
            "18-steady-with-noise",
            "low on nearly all days",
            Enumerable.Range(0, Weeks).SelectMany(w => new[] { 1, 3, 6 }.Select((d, i) => Even((7 * w) + d, 18, Noisy[(3 * w) + i])))),
        Make("19-week-off", "no growth: the week back is as every week was", Weekly(_ => [(1, 10), (3, 10), (6, 10)]).Where(run => run.Day is < 56 or >= 63)),
        Make("20-first-month-marathon", "high: 6 km runs and a marathon on day 27", FirstMonthMarathon()),
    ];

    /// <summary>One of them.</summary>
    public static Story Named(string name) => All.Single(story => story.Name == name);

    private static Story Make(string name, string expected, IEnumerable<StoryRun> runs) =>
        new(name, expected, [.. runs.OrderBy(run => run.Day).ThenBy(run => run.Hour).ThenBy(run => run.Minute)]);

    private static IEnumerable<StoryRun> EveryOther(Func<int, StoryRun> run, int from = 0, int to = StoryFiles.Days) =>
        Enumerable.Range(0, (to - from + 1) / 2).Select(i => run(from + (2 * i)));

    private static IEnumerable<StoryRun> Weekly(
        Func<int, IReadOnlyList<(int Day, double Kilometres)>> plan, int first = 0, int weeks = Weeks, bool evening = false) =>
        Enumerable.Range(first, weeks).SelectMany(w => plan(w).Select(one => Even((7 * w) + one.Day, evening || one.Day < 5 ? 18 : 9, one.Kilometres)));

    private static IEnumerable<StoryRun> CouchToFive()
    {
        (int Times, int Run, int Walk)[] plan =
            [(8, 60, 90), (6, 90, 120), (4, 135, 135), (4, 240, 120), (3, 420, 170), (2, 720, 180), (1, 1500, 0), (1, 1680, 0), (1, 1800, 0)];
        var walk = new StoryPart(300, 1.5, 112, 0);
        foreach (var (week, day) in Enumerable.Range(0, plan.Length).SelectMany(w => new[] { 0, 2, 5 }.Select(d => (w, d))))
        {
            var (times, run, rest) = plan[week];
            StoryPart[] turn = rest > 0 ? [new(run, 2.4, 158, 0), walk with { Seconds = rest }] : [new(run, 2.4, 158, 0)];
            yield return new((7 * week) + day, 18, [walk, .. Enumerable.Repeat(turn, times).SelectMany(parts => parts), walk]);
        }

        foreach (var run in Weekly(_ => [(0, 5), (2, 5), (5, 5)], first: 9, weeks: 7, evening: true))
        {
            yield return run;
        }
    }

    private static IEnumerable<StoryRun> KeenNovice() =>
    [
        .. new (int Day, double Kilometres)[] { (0, 3), (2, 3), (5, 3), (7, 4), (9, 3), (12, 5), (14, 5), (16, 5), (19, 7), (21, 8), (23, 8), (26, 10) }
            .Select(one => Even(one.Day, 18, one.Kilometres)),
        .. Weekly(_ => [(0, 8), (2, 8), (5, 10)], first: 4, weeks: 12, evening: true),
    ];

    private static IEnumerable<StoryRun> MarathonPlan()
    {
        double[] longs = [16, 18, 20, 15, 21, 23, 25, 18, 26, 28, 30, 22, 32, 24, 16, 42.2];
        return longs.SelectMany((kilometres, w) => new[]
        {
            Even((7 * w) + 1, 18, w < 14 ? 8 : 6), Even((7 * w) + 3, 18, w < 14 ? 10 : 6), Even((7 * w) + 4, 18, w < 14 ? 6 : 4),
            Even((7 * w) + 6, 9, kilometres),
        });
    }

    private static List<StoryRun> Parkrun(int wait) =>
    [
        .. Weekly(_ => [(1, 6), (3, 6)]),
        .. Enumerable.Range(0, Weeks).Select(w => (7 * w) + 5).SelectMany(d => d < 56
            ? new[] { Even(d, 9, 5, 5) }
            : new[] { Even(d, 8, 3) with { Minute = 42 - wait }, Even(d, 9, 5, 5), Even(d, 9, 3) with { Minute = 25 + wait } }),
    ];

    private static IEnumerable<StoryRun> TrackFiles() =>
    [
        .. Weekly(_ => [(0, 7), (3, 7), (5, 10)], evening: true),
        .. Enumerable.Range(0, Weeks).Select(w => (7 * w) + 1).SelectMany<int, StoryRun>(d =>
        [
            Even(d, 18, 2),
            .. Enumerable.Range(0, 10).Select(i => Even(d, 18, 0.4, 4.2, 178) with { Minute = 15 + (4 * i) }),
            Even(d, 18, 2) with { Minute = 57 },
        ]),
    ];

    private static IEnumerable<StoryRun> Ultra() =>
    [
        .. Enumerable.Range(0, Weeks)
            .SelectMany(w => new[]
            {
                Even((7 * w) + 1, 6, 12), Even((7 * w) + 3, 6, 15), Even((7 * w) + 5, 6, w % 4 < 3 ? 30 : 20, 6.8),
                Even((7 * w) + 6, 6, w % 4 < 3 ? 25 : 15, 7),
            })
            .Where(run => run.Day is < 82 or > 90),
        Even(82, 14, 100, 8, 156),
    ];

    private static IEnumerable<StoryRun> RunWalk() => Enumerable.Range(0, StoryFiles.Days).Where(d => d % 7 is 1 or 3 or 6).Select(d => new StoryRun(
        d, 8, [.. Enumerable.Repeat(new StoryPart[] { new(180, 2.6, 162, 0), new(60, 1.5, 112, 0) }, d % 7 == 6 ? 16 : 10).SelectMany(parts => parts)]));

    private static IEnumerable<StoryRun> Mountains() => Enumerable.Range(0, StoryFiles.Days).Where(d => d % 7 is 1 or 3 or 6).Select(d => Even(
        d, 8, d % 7 == 6 ? 18 : 8, d < 70 ? 6 : 9, d < 70 ? 164 : 158, d < 70 || d % 7 != 6 ? 0 : 22));

    private static IEnumerable<StoryRun> NinePercent()
    {
        var kilometres = 5.0;
        foreach (var (week, day) in Enumerable.Range(0, Weeks).SelectMany(w => new[] { 0, 2, 5 }.Select(d => (w, d))))
        {
            kilometres = week >= 5 ? Math.Min(1.09 * kilometres, 21) : 5;
            yield return Even((7 * week) + day, 18, kilometres);
        }
    }

    private static IEnumerable<StoryRun> Return() => Enumerable.Range(0, StoryFiles.Days)
        .Where(d => d is < 56 or >= 91)
        .Where(d => d % 7 is 1 or 3 or 6)
        .Select(d => Even(d, 18, d % 7 == 6 ? 16 : 8));

    private static IEnumerable<StoryRun> HalfMarathon() =>
        [.. EveryOther(d => Even(d, 18, 10), to: 98), Even(98, 10, 21.1, 5.6), .. EveryOther(d => Even(d, 18, 8), from: 102)];

    private static IEnumerable<StoryRun> FirstMonthMarathon() =>
    [
        .. Enumerable.Range(0, 9).Select(i => Even(3 * i, 18, 6)),
        Even(27, 9, 42.2),
        .. Enumerable.Range(0, 26).Select(i => Even(36 + (3 * i), 18, 6)).Where(run => run.Day < StoryFiles.Days),
    ];
}
