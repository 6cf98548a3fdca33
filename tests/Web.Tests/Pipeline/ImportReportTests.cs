using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Pipeline;

namespace KneeLoad.Web.Tests.Pipeline;

public sealed class ImportReportTests
{
    [Fact]
    public void An_archive_cut_short_is_said_first_and_is_no_file_of_its_own()
    {
        var report = new ImportReport();
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
    public void One_bad_file_among_good_is_counted_and_named()
    {
        var report = new ImportReport();
        using var archive = File.OpenRead(Path.Combine(Repository.Root, "samples", "one-bad.zip"));

        foreach (var file in Import.Files(archive, "one-bad.zip"))
        {
            report.Add(file, file.Result.Activities.Count);
        }

        Assert.Equal(UploadState.Done, report.State);
        Assert.StartsWith("1 of 3 files could not be read.\none-bad.zip!/broken.fit: ", report.Reason, StringComparison.Ordinal);
    }
}
