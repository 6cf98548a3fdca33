using System.Diagnostics;
using System.Text.Json;
using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest;
using KneeLoad.Ingest.Plausibility;
using KneeLoad.Ingest.Plausibility.Clocks;
using NodaTime;

namespace KneeLoad.Benchmarks;

/// <summary>analyze [--repeat N] PATH…: analyses the activities of all files on one thread and prints one JSON line.</summary>
/// <remarks>Files are decoded beforehand, so that the analysis alone is measured, and plausibility apart; one pass goes before the clock starts.</remarks>
internal static class AnalyzeVerb
{
    /// <summary>Runs the verb.</summary>
    /// <returns>0 = done, 2 = wrong use.</returns>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        if (MeasuredFiles.Of("analyze", arguments) is not { } measured)
        {
            return 2;
        }

        var activities = measured.Files.SelectMany(file => ActivityReader.Read(file).Activities).ToArray();
        var context = new BeliefContext(null, SystemClock.Instance.GetCurrentInstant());
        var believed = activities.SelectMany(activity => BelievedActivities.Of([activity], context)).ToArray();
        Believe(activities, context, 1);
        Measure(believed, 1);
        var plausibilitySeconds = Believe(activities, context, measured.Repeat);
        var (seconds, allocated) = Measure(believed, measured.Repeat);
        var records = activities.Sum(activity => (long)activity.Records.Count) * measured.Repeat;
        Console.WriteLine(JsonSerializer.Serialize(
            new { files = measured.Files.Count * measured.Repeat, bytes = measured.Bytes, records, seconds, allocatedBytes = allocated, plausibilitySeconds }));
        return 0;
    }

    private static double Believe(KneeLoad.Ingest.Activities.Activity[] activities, BeliefContext context, int repeat)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < repeat; i++)
        {
            foreach (var activity in activities)
            {
                BelievedActivities.Of([activity], context);
            }
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static (double Seconds, long Allocated) Measure(KneeLoad.Ingest.Activities.Activity[] activities, int repeat)
    {
        GC.Collect();
        var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < repeat; i++)
        {
            foreach (var activity in activities)
            {
                RunAnalysis.Analyse(activity, DateTimeZone.Utc);
            }
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return (seconds, GC.GetAllocatedBytesForCurrentThread() - allocatedBefore);
    }
}
