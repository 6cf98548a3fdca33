using System.Diagnostics;
using System.Text.Json;
using System.Xml;
using KneeLoad.Ingest.Archives;
using KneeLoad.Ingest.Gpx;

namespace KneeLoad.Benchmarks;

/// <summary>gpx PATH…: reads GPX files whole, and the same files with a bare loop of the framework's XmlReader, turn by turn on one thread.</summary>
/// <remarks>
/// Of each file the fastest turn counts, so that neither warming up nor a busy machine speaks for one side. Run it with
/// DOTNET_TieredCompilation=1: a service recompiles what is hot, the framework's reader too, and only so is that reader at its best.
/// </remarks>
internal static class GpxComparison
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit };

    /// <summary>Prints one JSON line: files, bytes, records, seconds of each, and how many times as fast ours is.</summary>
    /// <param name="paths">Files and folders; whatever is no GPX is passed over.</param>
    /// <param name="repeat">Number of turns.</param>
    public static void Run(IEnumerable<string> paths, int repeat)
    {
        var files = paths
            .SelectMany(path => Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [path])
            .Select(Unpacked)
            .Where(content => IsReadByBoth(content))
            .ToList();
        var (ours, bare) = (new double[files.Count], new double[files.Count]);
        Array.Fill(ours, double.PositiveInfinity);
        Array.Fill(bare, double.PositiveInfinity);
        for (var turn = 0; turn < repeat; turn++)
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
    }

    private static byte[] Unpacked(string path)
    {
        using var content = File.OpenRead(path);
        return [.. ArchiveReader.Members(content, path).First().Content.Span];
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
