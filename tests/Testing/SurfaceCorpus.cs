using System.IO.Compression;
using System.Text.Json;

namespace KneeLoad.Testing;

/// <summary>Real map extracts, and made tracks over them whose surface is known metre by metre. Outside the repository like the watch files.</summary>
public static class SurfaceCorpus
{
    private static readonly string? Root = Environment.GetEnvironmentVariable("KNEELOAD_CORPUS") is { Length: > 0 } folder
        && Directory.Exists(Path.Combine(folder, "surface", "tracks")) ? Path.Combine(folder, "surface") : null;

    /// <summary>Whether there are none to test on.</summary>
    public static bool IsAbsent => Root is null;

    /// <summary>The tracks of each extract: the extract's path, and the truth and the GPX file of each track.</summary>
    public static ILookup<string, (JsonElement Truth, byte[] Gpx)> Tracks() => Directory
        .EnumerateFiles(Path.Combine(Root!, "tracks"), "*.truth.json").Order(StringComparer.Ordinal)
        .Select(path => (Truth: JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(path)), Gpx: Unzip(path.Replace(
            ".truth.json", ".gpx.gz", StringComparison.Ordinal))))
        .ToLookup(track => Path.Combine(Root!, "extracts", track.Truth.GetProperty("extract").GetString()!));

    /// <summary>All extracts.</summary>
    public static IReadOnlyList<string> Extracts => [.. Directory.EnumerateFiles(Path.Combine(Root!, "extracts"), "*.osm.pbf").Order(StringComparer.Ordinal)];

    private static byte[] Unzip(string path)
    {
        using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
