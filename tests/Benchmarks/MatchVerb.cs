using System.Diagnostics;
using System.Text.Json;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Signals;
using KneeLoad.Analysis.Surfaces;
using KneeLoad.Ingest;
using KneeLoad.Ingest.Maps;

namespace KneeLoad.Benchmarks;

/// <summary>match --map INDEX [--repeat N] PATH…: matches the activities of all files on one thread and prints one JSON line.</summary>
/// <remarks>Files are decoded and the index is opened beforehand; one pass goes before the clock starts. Processor time is that of the whole process.</remarks>
internal static class MatchVerb
{
    /// <summary>Runs the verb.</summary>
    /// <returns>0 = done, 1 = the index is refused, 2 = wrong use.</returns>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        if (arguments is not ["--map", var path, .. var rest] || MeasuredFiles.Of("match --map INDEX", rest) is not { } measured)
        {
            return 2;
        }

        var (index, refusal) = MapIndex.Open(path);
        if (index is null)
        {
            Console.Error.WriteLine(refusal?.Reason);
            return 1;
        }

        using (index)
        {
            var activities = measured.Files.SelectMany(file => ActivityReader.Read(file).Activities).ToArray();
            Measure(activities, index, 1);
            var (seconds, processor, allocated) = Measure(activities, index, measured.Repeat);
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                files = measured.Files.Count * measured.Repeat,
                bytes = measured.Bytes,
                records = activities.Sum(activity => (long)activity.Records.Count) * measured.Repeat,
                thinnedPoints = activities.Sum(Thinned) * measured.Repeat,
                seconds,
                processorSeconds = processor,
                allocatedBytes = allocated,
            }));
        }

        return 0;
    }

    private static (double Seconds, double Processor, long Allocated) Measure(KneeLoad.Ingest.Activities.Activity[] activities, MapIndex index, int repeat)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        var processorBefore = process.TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < repeat; i++)
        {
            foreach (var activity in activities)
            {
                SurfaceMatching.Match(activity, index);
            }
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        process.Refresh();
        return (seconds, (process.TotalProcessorTime - processorBefore).TotalSeconds, GC.GetAllocatedBytesForCurrentThread() - allocatedBefore);
    }

    /// <summary>Points that are matched, counted as the matcher thins them.</summary>
    private static long Thinned(KneeLoad.Ingest.Activities.Activity activity)
    {
        long count = 0;
        foreach (var part in Track.PartsOf(activity))
        {
            var last = part[0].Place;
            count++;
            foreach (var point in part)
            {
                if (GreatCircle.Between(last, point.Place) >= Choices.MatchedEvery.Value)
                {
                    (last, count) = (point.Place, count + 1);
                }
            }
        }

        return count;
    }
}
