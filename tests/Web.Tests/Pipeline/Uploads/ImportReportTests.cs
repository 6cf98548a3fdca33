using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Pipeline.Steps;
using KneeLoad.Web.Pipeline.Uploads;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Tests.Words;
using KneeLoad.Web.Words.Notes;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Tests.Pipeline.Uploads;

public sealed class ImportReportTests
{
    [Fact]
    public void An_archive_cut_short_is_said_first_and_is_no_file_of_its_own()
    {
        var report = new ImportReport();
        using var archive = File.OpenRead(Path.Combine(Repository.Root, "samples", "cut.zip"));

        foreach (var file in UploadReading.Files(archive, "cut.zip"))
        {
            report.Add(file, file.Result.Activities.Count);
        }

        Assert.Equal(UploadState.Done, report.State);
        var lines = Words(report).Split('\n');
        Assert.StartsWith("The archive is cut short", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("cut.zip!/second-jog.fit: ", lines[1], StringComparison.Ordinal);
        Assert.Equal(2, lines.Length);
    }

    [Fact]
    public void AR_08_One_bad_file_among_good_is_counted_and_named()
    {
        var report = new ImportReport();
        using var archive = File.OpenRead(Path.Combine(Repository.Root, "samples", "one-bad.zip"));

        foreach (var file in UploadReading.Files(archive, "one-bad.zip"))
        {
            report.Add(file, file.Result.Activities.Count);
        }

        Assert.Equal(UploadState.Done, report.State);
        Assert.StartsWith("1 of 3 files could not be read.\none-bad.zip!/broken.fit: ", Words(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_a_report_is_said_past_the_resources()
    {
        var report = new ImportReport();
        var archive = Zip.Of(
            ("training-session-1.json", "{}"u8.ToArray()),
            ("day.fit", new FitFileBuilder().FileId(Morning, type: 32).ToBytes()),
            ("picture.jpg", [1, 2, 3]),
            ("broken.gpx", "<gpx><trk"u8.ToArray()));
        foreach (var file in UploadReading.Files(new MemoryStream(archive), "x.zip"))
        {
            report.Add(file, 0);
        }

        var lines = Words(report, MarkedLanguage.Instance).Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.All(lines, line => Assert.Empty(MarkedLanguage.Outside(line)));
    }

    [Fact]
    public void Files_that_are_no_recordings_are_counted_and_left_aside()
    {
        var report = Reported(
            ("a.fit", new FitFileBuilder().FileId(Morning, type: 2).ToBytes()),
            ("b.fit", new FitFileBuilder().FileId(Morning, type: 32).ToBytes()),
            ("picture.jpg", [1, 2, 3]),
            ("broken.fit", [14, 16, 0, 0, 9, 0, 0, 0, (byte)'.', (byte)'F', (byte)'I', (byte)'T']));

        var lines = Words(report).Split('\n');
        Assert.Equal("1 of 4 files could not be read.", lines[0]);
        Assert.StartsWith("x.zip!/broken.fit: ", lines[1], StringComparison.Ordinal);
        Assert.Equal("Left aside: 2 daily and settings files, 1 file that is no watch file.", lines[2]);
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public void An_archive_of_a_maker_without_watch_files_says_what_to_export_instead()
    {
        var report = Reported(("Huawei/HiTrack_1234.json", "{}"u8.ToArray()), ("Huawei/sleep.json", "{}"u8.ToArray()));

        Assert.Equal(UploadState.Rejected, report.State);
        Assert.StartsWith("This is Huawei Health\u2019s archive.", Words(report), StringComparison.Ordinal);
        Assert.Contains("TCX", Words(report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Runs_that_stand_in_a_table_alone_are_counted_and_the_runner_is_told_what_to_do(bool hasAFileBeside)
    {
        var table = ("Activity ID,Activity Date,Activity Name,Activity Type,Filename\n"u8
            + "1,\"May 1, 2026\",a,Run,activities/1.gpx\n2,x,b,Run,\n3,x,c,Ride,\n4,x,\"d, e\",Trail Run,\n"u8).ToArray();
        var gpx = new GpxFileBuilder()
            .Track(type: "running")
            .Point(new() { Time = NodaTime.Instant.FromUtc(2026, 5, 1, 6, 0), Latitude = 1, Longitude = 2 })
            .ToBytes();
        var report = hasAFileBeside ? Reported(("activities.csv", table), ("activities/1.gpx", gpx)) : Reported(("activities.csv", table));

        Assert.Equal(hasAFileBeside ? UploadState.Done : UploadState.Rejected, report.State);
        Assert.StartsWith("2 runs stand only in the account\u2019s table", Words(report), StringComparison.Ordinal);
        Assert.Contains("by hand", Words(report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Aktivitätstyp,Datum,Favorit,Titel,Distanz\nLaufen,2026-05-01,false,a,5\nLaufband,2026-05-02,false,b,6\nRadfahren,2026-05-03,false,c,20\n", 2)]
    [InlineData("Date Submitted;Workout Date;Activity Type;Distance (km)\nx;x;Run;5\n", 1)]
    [InlineData("name,price\nrun,3\n", null)]
    public void A_table_alone_says_that_it_is_one(string table, int? runs)
    {
        var report = new ImportReport();
        foreach (var file in UploadReading.Files(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(table)), "list.csv"))
        {
            report.Add(file, 0);
        }

        var expected = runs is null ? "This is no FIT, GPX or TCX file. (at byte 0)" : runs == 1 ? "1 run stands only" : $"{runs} runs stand only";
        Assert.StartsWith(expected, Words(report), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_stored_of_a_report_has_no_words_and_fits_its_column()
    {
        var report = Reported([.. Enumerable.Range(0, 12)
            .Select(number => ($"{new string('x', 250)}{number}.fit", new byte[] { 14, 16, 0, 0, 9, 0, 0, 0, (byte)'.', (byte)'F', (byte)'I', (byte)'T' }))]);

        var stored = report.Reason!;

        Assert.InRange(stored.Length, 1, 2000);
        Assert.DoesNotContain(' ', stored);
        var named = Words(report).Split('\n').Count(line => line.Contains(".fit: ", StringComparison.Ordinal));
        Assert.EndsWith($"And {12 - named} more.", Words(report), StringComparison.Ordinal);
        Assert.Equal(report.Tally.Faulty, StoredRemarks.ReadReport(StoredRemarks.WriteAll(report.Tally))!.Faulty);
    }

    private static string Words(ImportReport report, Language? say = null) =>
        UploadReportWords.Of(report.Reason, new RunnerFormat(say ?? Language.English, UnitSystem.Metric, NodaTime.DateTimeZone.Utc))!;

    private static readonly NodaTime.Instant Morning = NodaTime.Instant.FromUtc(2026, 5, 1, 6, 0);

    private static ImportReport Reported(params (string Name, byte[] Content)[] files)
    {
        var report = new ImportReport();
        using var archive = new MemoryStream(Zip.Of(files));
        foreach (var file in UploadReading.Files(archive, "x.zip"))
        {
            report.Add(file, file.Result.Activities.Count);
        }

        return report;
    }
}
