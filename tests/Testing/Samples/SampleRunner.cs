using NodaTime;

namespace KneeLoad.Testing.Samples;

/// <summary>
/// The sample runner: 18 weeks of a careful build-up, a week away, and then one long run a third beyond anything of the month before.
/// </summary>
internal static class SampleRunner
{
    private static readonly LocalDate FirstMonday = new(2026, 3, 2);

    // The long run of each week; 0 is the week away. The last is the one that the score speaks of.
    private static readonly double[] LongRunKilometres =
        [8.2, 8.8, 9.4, 10.1, 8.0, 10.4, 11.0, 11.6, 9.0, 11.9, 12.3, 12.8, 10.2, 0, 9.1, 10.9, 11.9, 15.9];

    /// <summary>All runs in order of time.</summary>
    public static IEnumerable<SampleRun> Plan()
    {
        for (var week = 0; week < LongRunKilometres.Length; week++)
        {
            if (LongRunKilometres[week] == 0)
            {
                continue;
            }

            var monday = FirstMonday.PlusWeeks(week);
            var recorder = week >= 8 ? Recorder.WatchAndStrap : Recorder.Watch;
            var prefix = $"week{week + 1:00}";
            yield return new($"{prefix}-tuesday-easy", At(monday.PlusDays(1), 17, 40), 5.6 + (0.1 * week), 2.72, MadeTown.RiverPath, recorder);
            yield return (week % 3) switch
            {
                0 => new($"{prefix}-thursday-tempo", At(monday.PlusDays(3), 18, 5), 6.2, 3.25, MadeTown.CoastRoad, recorder),
                1 => new($"{prefix}-thursday-hills", At(monday.PlusDays(3), 17, 50), 5.8, 2.6, MadeTown.HillTrail, recorder),
                _ => new($"{prefix}-thursday-treadmill", At(monday.PlusDays(3), 19, 10), 5.0, 2.9, null, recorder),
            };
            if (week % 4 == 2)
            {
                yield return new($"{prefix}-saturday-walk", At(monday.PlusDays(5), 10, 0), 3.1, 1.45, MadeTown.CoastRoad, Recorder.Telephone, Walk: true);
            }

            yield return new(
                $"{prefix}-sunday-long", At(monday.PlusDays(6), 8, 15), LongRunKilometres[week], 2.66, MadeTown.RiverPath, LongRunRecorder(week, recorder));
        }
    }

    // Every fifth long run the watch lay at home.
    private static Recorder LongRunRecorder(int week, Recorder recorder) => week % 5 == 3 ? Recorder.Telephone : recorder;

    private static Instant At(LocalDate day, int hour, int minute) =>
        day.At(new LocalTime(hour, minute)).InUtc().ToInstant();
}
