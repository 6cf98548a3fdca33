using KneeLoad.Ingest;
using KneeLoad.Ingest.Fit;
using KneeLoad.Ingest.Gpx;
using NodaTime;

namespace KneeLoad.Web.Features.Demo;

/// <summary>The sample runner's files, moved by whole weeks so that the last run lies within the last seven days.</summary>
internal static class DemoFiles
{
    private static readonly Duration Week = Duration.FromDays(7);

    /// <summary>Reads and moves the files.</summary>
    /// <param name="folder">Where the samples lie.</param>
    /// <param name="now">The present.</param>
    /// <returns>Name and content of each, oldest first.</returns>
    public static IEnumerable<(string Name, byte[] Content)> Read(string folder, Instant now)
    {
        var files = Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
            .Select(path => (Name: Path.GetFileName(path), Content: File.ReadAllBytes(path)))
            .Select(file => (file.Name, file.Content, End: EndOf(file.Content)))
            .OrderBy(file => file.End)
            .ToList();
        var weeks = Math.Floor((now - files[^1].End) / Week);
        var by = Week * (long)weeks;
        foreach (var (name, content, _) in files)
        {
            yield return (name, name.EndsWith(".fit", StringComparison.Ordinal) ? FitClock.Move(content, by) : GpxClock.Move(content, by));
        }
    }

    private static Instant EndOf(byte[] content)
    {
        var activity = ActivityReader.Read(content).Activities[0];
        var times = activity.Records.TimeUnixSeconds!;
        return Instant.FromUnixTimeMilliseconds((long)(times[times.Length - 1]!.Value * 1000));
    }
}
