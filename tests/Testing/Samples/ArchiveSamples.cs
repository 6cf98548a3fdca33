using System.IO.Compression;

namespace KneeLoad.Testing.Samples;

/// <summary>Archives as runners get them. Stored, not compressed: a compressor's next version would make other bytes.</summary>
internal static class ArchiveSamples
{
    private static readonly DateTimeOffset Packed = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<(string Name, byte[] Content)> All() =>
    [
        ("jog.fit.gz", Gzip(Fit(ShortRuns.Jog))),
        ("account-export.zip", AccountExport()),
        ("track.kmz", Zip(("doc.kml", TrackSamples.All().Single(sample => sample.Name == "track.kml").Content))),
        ("cut.zip", Cut(Zip(("jog.fit", Fit(ShortRuns.Jog)), ("second-jog.fit", Fit(ShortRuns.SecondJog))))),
        ("one-bad.zip", Zip(("jog.fit", Fit(ShortRuns.Jog)), ("broken.fit", Fit(ShortRuns.Jog)[..20]), ("second-jog.fit", Fit(ShortRuns.SecondJog)))),
    ];

    // A zip of uploads within the zip, activities packed one by one, and what is no activity.
    private static byte[] AccountExport() => Zip(
        ("customer/profile.json", "{ \"weight\": null }\n"u8.ToArray()),
        ("uploads/part1.zip", Zip(("jog.fit", Fit(ShortRuns.Jog)), ("treadmill.fit", Fit(ShortRuns.Treadmill)))),
        ("activities/1.fit.gz", Gzip(Fit(ShortRuns.SecondJog))));

    // As a download that broke off: the directory, which stands last, is gone, and half of the second file.
    private static byte[] Cut(byte[] archive) => archive[..(archive.Length * 3 / 4)];

    private static byte[] Fit(SampleRun plan) => RecordedRun.Fit(plan, RunSimulation.Run(plan)).ToBytes();

    private static byte[] Zip(params (string Name, byte[] Content)[] members)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in members)
            {
                var entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = Packed;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Gzip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var stream = new GZipStream(bytes, CompressionLevel.NoCompression))
        {
            stream.Write(content);
        }

        return bytes.ToArray();
    }
}
