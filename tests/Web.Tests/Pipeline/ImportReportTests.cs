using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Pipeline;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Tests.Words;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Tests.Pipeline;

public sealed class ImportReportTests
{
    [Fact]
    public void An_archive_cut_short_is_said_first_and_is_no_file_of_its_own()
    {
        var report = new ImportReport(Language.English);
        using var archive = File.OpenRead(Path.Combine(Repository.Root, "samples", "cut.zip"));

        foreach (var file in Import.Files(archive, "cut.zip"))
        {
            report.Add(file, file.Result.Activities.Count);
        }

        Assert.Equal(UploadState.Done, report.State);
        var lines = report.Reason!.Split('\n');
        Assert.StartsWith("The archive is cut short", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("cut.zip!/second-jog.fit: ", lines[1], StringComparison.Ordinal);
        Assert.Equal(2, lines.Length);
    }

    [Fact]
    public void AR_08_One_bad_file_among_good_is_counted_and_named()
    {
        var report = new ImportReport(Language.English);
        using var archive = File.OpenRead(Path.Combine(Repository.Root, "samples", "one-bad.zip"));

        foreach (var file in Import.Files(archive, "one-bad.zip"))
        {
            report.Add(file, file.Result.Activities.Count);
        }

        Assert.Equal(UploadState.Done, report.State);
        Assert.StartsWith("1 of 3 files could not be read.\none-bad.zip!/broken.fit: ", report.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_a_report_is_said_past_the_resources()
    {
        var report = new ImportReport(MarkedLanguage.Instance);
        var archive = Zip.Of(
            ("training-session-1.json", "{}"u8.ToArray()), ("day.fit", new FitFileBuilder().FileId(Morning, type: 32).ToBytes()), ("picture.jpg", [1, 2, 3]), ("broken.gpx", "<gpx><trk"u8.ToArray()));
        foreach (var file in Import.Files(new MemoryStream(archive), "x.zip"))
        {
            report.Add(file, 0);
        }

        Assert.Equal(4, report.Reason!.Split('\n').Length);
        Assert.All(report.Reason.Split('\n'), line => Assert.Empty(MarkedLanguage.Outside(line)));
    }

    [Fact]
    public void Files_that_are_no_recordings_are_counted_and_left_aside()
    {
        var report = Reported(
            ("a.fit", new FitFileBuilder().FileId(Morning, type: 2).ToBytes()),
            ("b.fit", new FitFileBuilder().FileId(Morning, type: 32).ToBytes()),
            ("picture.jpg", [1, 2, 3]),
            ("broken.fit", [14, 16, 0, 0, 9, 0, 0, 0, (byte)'.', (byte)'F', (byte)'I', (byte)'T']));

        var lines = report.Reason!.Split('\n');
        Assert.Equal("1 of 4 files could not be read.", lines[0]);
        Assert.StartsWith("x.zip!/broken.fit: ", lines[1], StringComparison.Ordinal);
        Assert.Equal("Left aside: 2 daily and settings files, 1 file that is no watch file.", lines[2]);
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public void An_archive_of_a_maker_without_watch_files_says_what_to_export_instead()
    {
        var report = Reported(("training-session_2026-10-05_1.json", "{}"u8.ToArray()), ("activity-2026.json", "{}"u8.ToArray()));

        Assert.Equal(UploadState.Rejected, report.State);
        Assert.StartsWith("This is Polar\u2019s archive.", report.Reason, StringComparison.Ordinal);
        Assert.Contains("TCX", report.Reason, StringComparison.Ordinal);
    }

    private static readonly NodaTime.Instant Morning = NodaTime.Instant.FromUtc(2026, 5, 1, 6, 0);

    private static ImportReport Reported(params (string Name, byte[] Content)[] files)
    {
        var report = new ImportReport(Language.English);
        using var archive = new MemoryStream(Zip.Of(files));
        foreach (var file in Import.Files(archive, "x.zip"))
        {
            report.Add(file, file.Result.Activities.Count);
        }

        return report;
    }
}
