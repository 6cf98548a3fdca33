using System.Diagnostics;
using System.Text.Json;
using KneeLoad.Ingest;

namespace KneeLoad.Benchmarks;

/// <summary>decode [--repeat N] PATH…: decodes all files to records on one thread and prints one JSON line.</summary>
/// <remarks>
/// Files are read and unzipped beforehand, so that decoding alone is measured; one pass goes before the clock starts, as
/// the just-in-time compiler's work is no part of it either.
/// </remarks>
internal static class DecodeVerb
{
    /// <summary>Runs the verb.</summary>
    /// <returns>0 = done, 2 = wrong use.</returns>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        if (MeasuredFiles.Of("decode", arguments) is not { } measured)
        {
            return 2;
        }

        Measure(measured with { Repeat = 1 });
        var (records, seconds, allocated) = Measure(measured);
        Console.WriteLine(JsonSerializer.Serialize(
            new { files = measured.Files.Count * measured.Repeat, bytes = measured.Bytes, records, seconds, allocatedBytes = allocated }));
        return 0;
    }

    private static (long Records, double Seconds, long Allocated) Measure(MeasuredFiles measured)
    {
        var records = 0L;
        GC.Collect();
        var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < measured.Repeat; i++)
        {
            foreach (var file in measured.Files)
            {
                foreach (var activity in ActivityReader.Read(file).Activities)
                {
                    records += activity.Records.Count;
                }
            }
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return (records, seconds, GC.GetAllocatedBytesForCurrentThread() - allocatedBefore);
    }
}
