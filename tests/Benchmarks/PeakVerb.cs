using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using KneeLoad.Ingest;
using KneeLoad.Testing;

namespace KneeLoad.Benchmarks;

/// <summary>
/// peak PATH…, on Linux: peak memory of a process that decodes the largest file of each format, over that of a process equal but for the file.
/// </summary>
/// <remarks>
/// Each process decodes the small made samples, so that all code is compiled, then reads one file into memory and decodes
/// it; the other process takes one of the samples. What the first has more at its peak (the kernel's own figure) the file
/// has cost, its own bytes included. The runtime's own memory varies by as much as a small file has, hence the median of many.
/// </remarks>
internal static class PeakVerb
{
    /// <summary>The verb of the processes that are measured.</summary>
    public const string One = "peak-of-one";

    private const int Processes = 15;

    private static readonly string Samples = Path.Combine(Repository.Root, "samples");

    /// <summary>Runs the verb.</summary>
    /// <returns>0 = done, 2 = wrong use.</returns>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        if (MeasuredFiles.Of("peak", arguments) is not { } measured)
        {
            return 2;
        }

        foreach (var format in measured.Files.GroupBy(file => ActivityReader.Read(file).Format).Where(format => format.Key is not null))
        {
            var largest = format.MaxBy(file => file.Length) ?? [];
            var (peak, without) = (MedianPeak(largest), MedianPeak(File.ReadAllBytes(Path.Combine(Samples, "first-run.fit"))));
            var times = Math.Round((peak - without) / (double)largest.Length, 2);
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                format = format.Key.ToString(),
                bytes = largest.Length,
                peakBytes = peak,
                withoutBytes = without,
                times,
            }));
        }

        return 0;
    }

    /// <summary>Decodes one file and prints this process's peak memory. [bytes]</summary>
    public static int RunOne(string path)
    {
        foreach (var sample in Directory.GetFiles(Samples))
        {
            ActivityReader.Read(File.ReadAllBytes(sample));
        }

        // What the samples left may not make room for the file unseen, nor be the peak: Linux takes 5 for "count the peak anew".
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        File.WriteAllText("/proc/self/clear_refs", "5");
        ActivityReader.Read(File.ReadAllBytes(path));
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(self.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static long MedianPeak(byte[] file)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, file);
            return Enumerable.Range(0, Processes).Select(_ => Peak(path)).Order().ElementAt(Processes / 2);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static long Peak(string path)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(PeakVerb).Assembly.Location, One, path]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
        var peak = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return long.Parse(peak, CultureInfo.InvariantCulture);
    }
}
