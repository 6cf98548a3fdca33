using System.IO.Compression;
using System.IO.Pipelines;
using System.Text;
using KneeLoad.Ingest.Archives;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Archives;

/// <summary>Archives made for a test, and their members as they are read.</summary>
internal static class MadeArchives
{
    /// <summary>A run of one point.</summary>
    public static byte[] Run { get; } = new GpxFileBuilder().Track("running").Point(new() { Latitude = 1, Longitude = 2 }).ToBytes();

    public static byte[] Zip(params (string Name, byte[] Content)[] files) => Zip(streamed: false, CompressionLevel.Fastest, files);

    /// <summary>A zip archive.</summary>
    /// <param name="streamed">As a server packs it that cannot go back: lengths and checksum stand behind each file.</param>
    /// <param name="level">How tight.</param>
    /// <param name="files">Names and contents.</param>
    public static byte[] Zip(bool streamed, CompressionLevel level, params (string Name, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var target = streamed ? PipeWriter.Create(bytes, new(leaveOpen: true)).AsStream() : Stream.Null)
        using (var archive = new ZipArchive(streamed ? target : bytes, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Gzip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            packed.Write(content);
        }

        return bytes.ToArray();
    }

    public static List<ArchiveMember> Members(byte[] content, string name, ArchiveLimits? limits = null) =>
        [.. ArchiveReader.Members(new MemoryStream(content), name, limits)];

    public static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(1).NextBytes(noise);
        return noise;
    }

    /// <summary>Turns over a byte in the middle of a member's packed data.</summary>
    public static void Damage(byte[] archive, int member) => archive[Nth(archive, "PK\u0003\u0004"u8, member) + 30 + 40] ^= 0x55;

    /// <summary>The offset at which a mark stands for the n-th time, counted from 0.</summary>
    public static int Nth(byte[] archive, ReadOnlySpan<byte> mark, int number)
    {
        var at = archive.AsSpan().IndexOf(mark);
        for (; number > 0; number--)
        {
            at += 1 + archive.AsSpan(at + 1).IndexOf(mark);
        }

        return at;
    }
}
