using System.Text;
using KneeLoad.Ingest.Archives;
using KneeLoad.Ingest.Exports;
using KneeLoad.Ingest.Tests.Archives;

namespace KneeLoad.Ingest.Tests.Exports;

public sealed class ExportListsTests
{
    private static readonly byte[] Table = Encoding.UTF8.GetBytes("Date,Type,File\nd,Run,tracks/a.gpx\n");

    [Theory]
    [InlineData("a.gpx")]
    [InlineData("A.GPX")]
    [InlineData("export.zip!/tracks/a.gpx")]
    [InlineData("tracks\\a.gpx")]
    public void A_file_is_found_by_its_name_without_folders_and_case(string file) => Assert.Equal("Run", Read("activities.csv").SportOf(file));

    [Theory]
    [InlineData("activities.csv")]
    [InlineData("deep/below/cardioActivities.csv")]
    [InlineData("WORKOUTS.CSV")]
    public void A_list_is_known_by_its_name_in_any_folder(string list) => Assert.Equal("Run", Read(list).SportOf("a.gpx"));

    [Theory]
    [InlineData("my-activities.csv")]
    [InlineData("activities.csv.txt")]
    [InlineData("activities.txt")]
    public void Another_name_is_no_list(string list) => Assert.Null(Read(list).SportOf("a.gpx"));

    [Fact]
    public void A_file_that_no_list_names_has_no_sport()
    {
        Assert.Null(Read("activities.csv").SportOf("b.gpx"));
        Assert.Null(ExportLists.None.SportOf("a.gpx"));
    }

    [Fact]
    public void A_stream_that_cannot_seek_has_no_lists_and_one_that_can_is_left_at_its_beginning()
    {
        var archive = MadeArchives.Zip(("activities.csv", Table));
        using var whole = new MemoryStream(archive);
        using var once = new StreamRange(whole, 0, archive.Length);

        Assert.Same(ExportLists.None, ExportLists.Read(once, "export.zip"));
        whole.Position = 5;
        Assert.Equal("Run", ExportLists.Read(whole, "export.zip").SportOf("a.gpx"));
        Assert.Equal(0, whole.Position);
    }

    [Fact]
    public void A_table_under_another_name_is_told_by_its_first_line()
    {
        Assert.NotNull(ExportLists.TableOf(ArchiveMember.Of("export.zip!/mine.csv", Table)));
        Assert.NotNull(ExportLists.TableOf(ArchiveMember.Of("activities.csv", Encoding.UTF8.GetBytes("a,b\n"))));
        Assert.Null(ExportLists.TableOf(ArchiveMember.Of("mine.csv", Encoding.UTF8.GetBytes("a,b\n"))));
        Assert.Null(ExportLists.TableOf(ArchiveMember.Of("export.xml", "<a/>\n"u8.ToArray())));
    }

    private static ExportLists Read(string list)
    {
        using var archive = new MemoryStream(MadeArchives.Zip((list, Table)));
        return ExportLists.Read(archive, "export.zip");
    }
}
