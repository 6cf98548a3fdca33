using System.Diagnostics;
using System.Text.Json;
using System.Xml;
using KneeLoad.Ingest.Gpx;

namespace KneeLoad.Benchmarks;

/// <summary>
/// gpx [--repeat N] PATH…: reads GPX files whole, and the same files with a bare loop of the framework's XmlReader, turn by turn on one thread.
/// </summary>
/// <remarks>
/// Of each file the fastest turn counts, so that neither warming up nor a busy machine speaks for one side. Run it with
/// DOTNET_TieredCompilation=1: a service recompiles what is hot, the framework's reader too, and only so is that reader at its best.
/// </remarks>
internal static class GpxComparison
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit };

    /// <summary>Prints one JSON line: files, bytes, records, seconds of each, and how many times as fast ours is.</summary>
    /// <param name="arguments"><c>[--repeat N] PATH…</c>: turns, and files of which whatever is no GPX is passed over.</param>
    /// <returns>The exit code.</returns>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        if (MeasuredFiles.Of("gpx", arguments) is not { } measured)
        {
            return 2;
        }

        var files = measured.Files.Where(IsReadByBoth).ToList();
        var (ours, bare) = (new double[files.Count], new double[files.Count]);
        Array.Fill(ours, double.PositiveInfinity);
        Array.Fill(bare, double.PositiveInfinity);
        for (var turn = 0; turn < measured.Repeat; turn++)
        {
            for (var file = 0; file < files.Count; file++)
            {
                ours[file] = Math.Min(ours[file], Seconds(ReadOurs, files[file]));
                bare[file] = Math.Min(bare[file], Seconds(ReadBare, files[file]));
            }
        }

        var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        var records = files.Sum(ReadOurs);
        Console.WriteLine(JsonSerializer.Serialize(
            new
            {
                files = files.Count,
                bytes = files.Sum(file => (long)file.Length),
                records,
                seconds = Math.Round(ours.Sum(), 5),
                allocatedBytes = GC.GetAllocatedBytesForCurrentThread() - allocatedBefore,
                bareXmlReaderSeconds = Math.Round(bare.Sum(), 5),
                timesAsFast = Math.Round(bare.Sum() / ours.Sum(), 2),
            }));
        return 0;
    }

    private static bool IsReadByBoth(byte[] content)
    {
        try
        {
            ReadBare(content);
            return GpxReader.Read(content).Activities.Count > 0;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static int ReadOurs(byte[] content) => GpxReader.Read(content).Activities.Sum(activity => activity.Records.Count);

    private static int ReadBare(byte[] content)
    {
        using var reader = XmlReader.Create(new MemoryStream(content), Settings);
        var nodes = 0;
        while (reader.Read())
        {
            nodes++;
        }

        return nodes;
    }

    private static double Seconds(Func<byte[], int> read, byte[] content)
    {
        var start = Stopwatch.GetTimestamp();
        read(content);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
