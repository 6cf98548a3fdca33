using System.IO.Compression;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>Made archives.</summary>
internal static class Zip
{
    public static byte[] Of(params IReadOnlyList<(string Name, byte[] Content)> members)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in members)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
