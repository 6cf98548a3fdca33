using System.Text;
using KneeLoad.Ingest.Exports;
using KneeLoad.Ingest.Tests.Archives;
using KneeLoad.Ingest.Tests.Exports;
using NodaTime;

namespace KneeLoad.Ingest.Tests;

/// <summary>An archive in one line: whose it is, its runs, their first and last day, and what was left aside.</summary>
public sealed class ArchiveSummaryTests
{
    [Fact]
    public void An_archive_is_summed_up_in_one_line()
    {
        var summary = Sum([("samsung/com.samsung.shealth.exercise.1.csv", SplitRunTests.Table), ("samsung/com.samsung.health.weight.csv", "a,b\n1,2\n"),
            ("samsung/aa.live_data.json", "[{"), ("notes.txt", "hello")]);

        Assert.Equal(("export.zip", 4, 2, 2, 1), (summary.Archive, summary.Files, summary.Runs, summary.LeftAside, summary.Refused));
        Assert.Equal([ExportMaker.Samsung], summary.Makers);
        Assert.Equal((Instant.FromUtc(2026, 3, 2, 9, 0), Instant.FromUtc(2026, 3, 4, 9, 0)), (summary.First!.Value, summary.Last!.Value));
    }

    [Fact]
    public void An_archive_without_runs_has_no_days_and_perhaps_no_maker()
    {
        var summary = Sum([("notes.txt", "hello")]);

        Assert.Equal((1, 0, null, null, 1, 0), (summary.Files, summary.Runs, summary.First, summary.Last, summary.LeftAside, summary.Refused));
        Assert.Empty(summary.Makers);
    }

    [Theory]
    [InlineData("a.zip!/b/c.fit", "a.zip")]
    [InlineData("a.zip!/b.zip!/c.fit", "a.zip")]
    [InlineData("c.fit", null)]
    public void A_file_lies_in_the_outermost_archive(string path, string? archive) => Assert.Equal(archive, ArchiveSummary.ArchiveOf(path));

    private static ArchiveSummary Sum((string Name, string Content)[] files)
    {
        var archive = MadeArchives.Zip([.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Content)))]);
        return ActivityReader.ReadAll(new MemoryStream(archive), "export.zip")
            .Aggregate(ArchiveSummary.Of("export.zip"), (sum, file) => sum.With(file.Name, file.Result));
    }
}
