using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
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
    private static readonly string[] Endings = [".fit", ".gpx", ".tcx", ".fit.gz", ".gpx.gz", ".tcx.gz"];

    /// <summary>Runs the verb.</summary>
    /// <returns>0 = done, 2 = wrong use.</returns>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        var repeat = 1;
        if (arguments is ["--repeat", var number, ..])
        {
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out repeat) || repeat == 0)
            {
                Console.Error.WriteLine("--repeat takes a whole number above 0.");
                return 2;
            }

            arguments = arguments[2..];
        }

        var files = new List<byte[]>();
        foreach (var path in arguments)
        {
            AddFiles(path, files);
        }

        if (files.Count == 0)
        {
            Console.Error.WriteLine("decode [--repeat N] PATH…: no .fit, .gpx or .tcx file, gzipped or not, at these paths.");
            return 2;
        }

        Measure(files, 1);
        var (records, seconds, allocated) = Measure(files, repeat);
        var bytes = files.Sum(file => (long)file.Length) * repeat;
        Console.WriteLine(JsonSerializer.Serialize(
            new { files = files.Count * repeat, bytes, records, seconds, allocatedBytes = allocated }));
        return 0;
    }

    private static void AddFiles(string path, List<byte[]> files)
    {
        IEnumerable<string> paths = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [path];
        foreach (var file in paths)
        {
            if (Array.Exists(Endings, ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            {
                files.Add(ReadFile(file));
            }
        }
    }

    private static byte[] ReadFile(string path)
    {
        using var file = File.OpenRead(path);
        using var content = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static (long Records, double Seconds, long Allocated) Measure(List<byte[]> files, int repeat)
    {
        var records = 0L;
        GC.Collect();
        var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < repeat; i++)
        {
            foreach (var file in files)
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
