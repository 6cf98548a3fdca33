using System.Text;
using KneeLoad.Ingest.Exports.Tables;

namespace KneeLoad.Ingest.Tests.Exports;

public sealed class ActivityTableTests
{
    [Theory]
    [InlineData("Activity ID,Activity Date,Activity Type,Filename\n", true)]
    [InlineData("Date;Type\n", true)]
    [InlineData("Datum\tSportart\r\n", true)]
    [InlineData("\uFEFFDate,Type\n", true)]
    [InlineData(" Start time , type \n", true)]
    [InlineData("日期,运动类型\n", true)]
    [InlineData("Date,Kind\n", false)]
    [InlineData("Type,Filename\n", false)]
    [InlineData("Date,Type", false)]
    [InlineData("\nDate,Type\n", false)]
    [InlineData("", false)]
    public void A_table_of_activities_is_known_by_columns_for_day_and_kind(string text, bool isOne) =>
        Assert.Equal(isOne, ActivityTable.IsOne(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_first_line_without_end_is_no_header()
    {
        const int LongestHeader = 1 << 14;
        var longest = "Date,Type," + new string('x', LongestHeader - 10) + "\n";

        Assert.True(ActivityTable.IsOne(Encoding.UTF8.GetBytes(longest)));
        Assert.False(ActivityTable.IsOne(Encoding.UTF8.GetBytes("x" + longest)));
    }

    [Fact]
    public void Each_line_names_a_sport_and_its_file_without_folders()
    {
        var table = ActivityTable.Read("Date,Type,Filename\nd,Run,activities/1.fit.gz\nd,Ride,b\\2.GPX\nd,Swim,3.tcx \n");

        Assert.Equal(new() { ["1.fit.gz"] = "Run", ["2.GPX"] = "Ride", ["3.tcx"] = "Swim" }, new Dictionary<string, string>(table.SportsByFile));
        Assert.Empty(table.WithoutFile);
    }

    [Fact]
    public void A_line_without_a_recording_is_an_activity_without_a_file()
    {
        var table = ActivityTable.Read("Date,Type,Filename\nd,Run,\nd,Ride,notes.txt\nd,Walk\n");

        Assert.Equal(["Run", "Ride", "Walk"], table.WithoutFile);
        Assert.Empty(table.SportsByFile);
    }

    [Fact]
    public void A_line_without_a_sport_says_nothing()
    {
        var table = ActivityTable.Read("Date,Type,Filename\nd, ,1.gpx\nd\n\n");

        Assert.Empty(table.SportsByFile);
        Assert.Empty(table.WithoutFile);
    }

    [Fact]
    public void Without_a_column_of_that_name_the_fourth_states_the_sport() =>
        Assert.Equal("Løb", ActivityTable.Read("Id,Dato,Navn,Slags,Fil\n1,d,n,Løb,a.gpx\n").SportsByFile["a.gpx"]);

    // Strava's table has a further column of that name, in languages in which the fourth is called otherwise.
    [Fact]
    public void In_Stravas_table_the_fourth_states_the_sport() => Assert.Equal("Hardlopen", ActivityTable.Read(
        "Id,Datum,Naam,Activiteitstype,Tekst,Verstreken tijd,Afstand,A,B,C,D,Bestandsnaam,E,F,Verstreken tijd,G,Afstand,Type\n"
            + "1,d,n,Hardlopen,,1,1,,,,,a.gpx,,,1,1,1,7\n")
        .SportsByFile["a.gpx"]);

    [Fact]
    public void A_quote_that_nothing_opens_costs_no_other_line() =>
        Assert.Equal("Run", ActivityTable.Read("Date,Name,Type,File\nd,5\" pipe,Ride,a.gpx\nd,x,Run,b.gpx\n").SportsByFile["b.gpx"]);

    [Fact]
    public void Quoted_cells_may_hold_separators_lines_and_quotes()
    {
        var table = ActivityTable.Read("Date,Name,Type,Filename\nd,\"One, \"\"two\"\"\nthree\",\"Run\",\"a.gpx\"\n");

        Assert.Equal("Run", table.SportsByFile["a.gpx"]);
    }

    [Theory]
    [InlineData("Date,Type,File\nd,Run,a.gpx\n")]
    [InlineData("Date;Type;File\nd;Run;a.gpx\n")]
    [InlineData("Date\tType\tFile\nd\tRun\ta.gpx\n")]
    [InlineData("Date;Type;File,name\nd;Run;a.gpx\n")]
    [InlineData("\"Date\",\"Type\",\"File\"\r\n\"d\",\"Run\",\"a.gpx\"\r\n")]
    public void The_first_line_shows_what_separates_the_cells(string text) => Assert.Equal("Run", ActivityTable.Read(text).SportsByFile["a.gpx"]);

    [Fact]
    public void A_table_cut_within_its_last_line_gives_that_line_as_far_as_it_goes() =>
        Assert.Equal(["Run"], ActivityTable.Read("Date,Type,File\nd,Run,a.gp").WithoutFile);

    [Fact]
    public void Of_a_line_without_end_two_hundred_cells_are_read()
    {
        var cells = string.Concat(Enumerable.Repeat("x,", 198));

        Assert.Equal("Run", ActivityTable.Read($"Type\nRun,{cells}a.gpx\n").SportsByFile["a.gpx"]);
        Assert.Equal(["Run"], ActivityTable.Read($"Type\nRun,x,{cells}a.gpx\n").WithoutFile);
    }

    [Fact]
    public void A_file_that_stands_twice_has_the_last_sport() =>
        Assert.Equal("Ride", ActivityTable.Read("Date,Type,File\nd,Run,a.gpx\nd,Ride,a.gpx\n").SportsByFile["a.gpx"]);
}
