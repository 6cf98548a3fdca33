using System.Diagnostics;
using System.Text.Json;
using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest;
using NodaTime;

namespace KneeLoad.Benchmarks;

/// <summary>analyze [--repeat N] PATH…: analyses the activities of all files on one thread and prints one JSON line.</summary>
/// <remarks>Files are decoded beforehand, so that the analysis alone is measured; one pass goes before the clock starts.</remarks>
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
        Measure(activities, 1);
        var (seconds, allocated) = Measure(activities, measured.Repeat);
        var records = activities.Sum(activity => (long)activity.Records.Count) * measured.Repeat;
        Console.WriteLine(JsonSerializer.Serialize(
            new { files = measured.Files.Count * measured.Repeat, bytes = measured.Bytes, records, seconds, allocatedBytes = allocated }));
        return 0;
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
