using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility.Kinds;

namespace KneeLoad.Ingest.Tests.Plausibility.Kinds;

/// <summary>The order in which sport, sub-sport, list and name are asked.</summary>
public sealed class PlausibleSportTests
{
    private static readonly Activity Nameless = new() { Format = ActivityFormat.Gpx, Records = RecordStream.Empty };

    [Theory]
    [InlineData("running")]
    [InlineData("cycling")]
    [InlineData("fitness_equipment")]
    public void A_sport_of_the_profile_stands_whatever_else_is_said(string sport)
    {
        var activity = Nameless with { Sport = sport, SportText = "swimming", SubSport = "trail", ListedSport = "Hike", Name = "Ride" };

        Assert.Same(activity, PlausibleSport.Of(activity));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("generic")]
    public void A_sport_that_says_nothing_lets_the_others_speak(string? sport) =>
        Assert.Equal("running", PlausibleSport.Of(Nameless with { Sport = sport, Name = "Run" }).Sport);

    [Theory]
    [InlineData("Jogging", "running")]
    [InlineData("Hike", "walking")]
    [InlineData("Stand-up Quidditch", "stand_up_quidditch")]
    public void The_text_of_the_sport_is_asked_first_and_leaves_no_note(string text, string sport)
    {
        var asked = PlausibleSport.Of(Nameless with { SportText = text, SubSport = "cycling", ListedSport = "Swim", Name = "Ride" });

        Assert.Equal(sport, asked.Sport);
        Assert.Empty(asked.Notes);
    }

    [Theory]
    [InlineData("treadmill", "running")]
    [InlineData("street", "running")]
    [InlineData("obstacle", "running")]
    [InlineData("casual_walking", "walking")]
    [InlineData("indoor_cycling", "indoor_cycling")]
    public void The_sub_sport_is_asked_next(string subSport, string sport)
    {
        var asked = PlausibleSport.Of(Nameless with { SubSport = subSport, ListedSport = "Swim", Name = "Ride" });

        Assert.Equal(sport, asked.Sport);
        Assert.Empty(asked.Notes);
    }

    [Theory]
    [InlineData("Run", "running")]
    [InlineData("Walk", "walking")]
    [InlineData("Open Water", "open_water")]
    public void The_list_of_the_export_is_asked_then_and_says_so(string listed, string sport)
    {
        var asked = PlausibleSport.Of(Nameless with { SubSport = "virtual_activity", ListedSport = listed, Name = "Ride" });

        Assert.Equal(sport, asked.Sport);
        Assert.Equal([NoteKind.KindFromExport], asked.Notes.Select(note => note.Kind));
    }

    [Theory]
    [InlineData("Morning run", "running")]
    [InlineData("Evening walk", "walking")]
    [InlineData("Ride home", "other")]
    public void The_name_is_asked_last_and_says_so(string name, string sport)
    {
        var asked = PlausibleSport.Of(Nameless with { ListedSport = "Workout", Name = name });

        Assert.Equal(sport, asked.Sport);
        Assert.Equal([NoteKind.KindFromName], asked.Notes.Select(note => note.Kind));
    }

    [Fact]
    public void Where_nothing_says_anything_there_is_no_sport_and_no_note()
    {
        var asked = PlausibleSport.Of(Nameless with { Sport = "generic", SportText = "Other", SubSport = "generic", ListedSport = "Workout", Name = "Lunch" });

        Assert.Null(asked.Sport);
        Assert.Empty(asked.Notes);
    }
}
