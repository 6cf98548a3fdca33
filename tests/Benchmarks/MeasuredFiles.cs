using System.Globalization;
using System.IO.Compression;

namespace KneeLoad.Benchmarks;

/// <summary>The files that a verb is measured over, read and unzipped beforehand, and how often.</summary>
/// <param name="Repeat">Passes over all files.</param>
/// <param name="Files">Unzipped bytes of each file.</param>
internal sealed record MeasuredFiles(int Repeat, IReadOnlyList<byte[]> Files)
{
    private static readonly string[] Endings = [".fit", ".gpx", ".tcx", ".fit.gz", ".gpx.gz", ".tcx.gz"];

    /// <summary>Bytes over all passes.</summary>
    public long Bytes => Files.Sum(file => (long)file.Length) * Repeat;

    /// <summary>Reads <c>[--repeat N] PATH…</c>; null, with a word on standard error, when there is nothing to measure.</summary>
    public static MeasuredFiles? Of(string verb, ReadOnlySpan<string> arguments)
    {
        var repeat = 1;
        if (arguments is ["--repeat", var number, ..])
        {
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out repeat) || repeat == 0)
            {
                Console.Error.WriteLine("--repeat takes a whole number above 0.");
                return null;
            }

            arguments = arguments[2..];
        }

        var files = new List<byte[]>();
        foreach (var path in arguments)
        {
            if (!Path.Exists(path))
            {
                Console.Error.WriteLine($"{path}: there is no such file or folder.");
                return null;
            }

            files.AddRange(At(path).Where(IsWatchFile).Select(ReadFile));
        }

        if (files.Count == 0)
        {
            Console.Error.WriteLine($"{verb} [--repeat N] PATH…: no .fit, .gpx or .tcx file, gzipped or not, at these paths.");
            return null;
        }

        return new MeasuredFiles(repeat, files);
    }

    private static IEnumerable<string> At(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [path];

    private static bool IsWatchFile(string path) => Array.Exists(Endings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static byte[] ReadFile(string path)
    {
        using var file = File.OpenRead(path);
        using var content = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
