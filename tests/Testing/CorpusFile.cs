using System.IO.Compression;
using System.Text.Json;

namespace KneeLoad.Testing;

/// <summary>One real watch file. Its name may tell whose it is: tests name it by <paramref name="Hash"/> alone.</summary>
/// <param name="Hash">First 12 hex digits of the SHA-256 of the unzipped bytes.</param>
/// <param name="Format">fit, gpx or tcx.</param>
/// <param name="History">Letter of the runner's history that it belongs to, or empty.</param>
/// <param name="Truth">What the reference decoders read.</param>
/// <param name="FullPath">Where it lies.</param>
public sealed record CorpusFile(string Hash, string Format, string History, JsonElement Truth, string FullPath)
{
    /// <summary>Its bytes, unzipped.</summary>
    public byte[] Read()
    {
        using var file = File.OpenRead(FullPath);
        using var content = FullPath.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(file, CompressionMode.Decompress)
            : (Stream)file;
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The hash alone, so that no log tells a name.</summary>
    public override string ToString() => Hash;
}
