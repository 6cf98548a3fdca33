using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Tests.Plausibility;

/// <summary>A run, another sport, or nothing: three answers, and the surest that anything gives.</summary>
public sealed class SportTests
{
    [Theory]
    [InlineData("Laufen")]
    [InlineData("Outdoor Running")]
    [InlineData("Course à pied")]
    [InlineData("Trail Run")]
    [InlineData("RUNNING_TRAIL")]
    [InlineData("OutdoorRun")]
    [InlineData("Dauerlauf")]
    [InlineData("Carrera")]
    [InlineData("Corrida ao ar livre")]
    [InlineData("Corsa all'aperto")]
    [InlineData("Hardlopen")]
    [InlineData("Löpning")]
    [InlineData("Løping")]
    [InlineData("Løb")]
    [InlineData("Juoksu")]
    [InlineData("Bieganie")]
    [InlineData("Běh")]
    [InlineData("Futás")]
    [InlineData("Alergare")]
    [InlineData("Бег")]
    [InlineData("Біг")]
    [InlineData("Τρέξιμο")]
    [InlineData("Koşu")]
    [InlineData("ריצה")]
    [InlineData("الجري")]
    [InlineData("跑步")]
    [InlineData("户外跑步")]
    [InlineData("ランニング")]
    [InlineData("달리기")]
    [InlineData("วิ่ง")]
    [InlineData("Chạy bộ")]
    [InlineData("Lari")]
    [InlineData("Laufsport")]
    [InlineData("Jogging/Laufen")]
    [InlineData("Course à pied (tapis)")]
    [InlineData("Bieganie na zewnątrz")]
    [InlineData("Rith")]
    [InlineData("Kros")]
    [InlineData("jogging")]
    [InlineData("HKWorkoutActivityTypeRunning")]
    public void A_name_with_a_word_for_running_is_a_run(string stated) => Assert.Equal("running", SportOf(stated));

    [Theory]
    [InlineData("CYCLING_SPORT")]
    [InlineData("Inline Skating")]
    [InlineData("Nordic Ski")]
    [InlineData("Skilanglauf")]
    [InlineData("Eislaufen")]
    [InlineData("Eisschnelllauf")]
    [InlineData("Eiskunstlauf")]
    [InlineData("Schaatslopen")]
    [InlineData("Laufrad")]
    [InlineData("Narciarstwo biegowe")]
    [InlineData("Langlaufen")]
    [InlineData("E-Bike Ride")]
    [InlineData("Kitesurfing")]
    [InlineData("HKWorkoutActivityTypeCycling")]
    [InlineData("Zumba")]
    [InlineData("Wheelchair")]
    [InlineData("велосипед")]
    [InlineData("骑行")]
    [InlineData("Something nobody has heard of")]
    [InlineData("SwimRun")]
    public void A_name_without_one_is_another_sport(string stated) =>
        Assert.DoesNotContain(SportOf(stated), new[] { null, "running", "walking", "hiking", "generic" });

    [Theory]
    [InlineData("Wandern")]
    [InlineData("Nordic Walking")]
    [InlineData("Randonnée")]
    [InlineData("徒步")]
    public void A_walk_is_a_walk_or_another_sport_and_no_run(string stated) => Assert.NotEqual("running", SportOf(stated));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Other")]
    [InlineData("Sonstige")]
    [InlineData("workout")]
    [InlineData("42")]
    public void Some_names_say_nothing(string? stated) => Assert.Null(SportOf(stated));

    [Theory]
    [InlineData("Running 8/14/16 7:02 am", "running")]
    [InlineData("Morning Run", "running")]
    [InlineData("Berlin Marathon", "running")]
    [InlineData("Cycling 8/15/16 6:30 pm", "other")]
    [InlineData("Afternoon Ride", "other")]
    [InlineData("Abendspaziergang", null)]
    [InlineData("Spaziergang am Abend", "walking")]
    [InlineData("Route 2026-10-06 9:00am", null)]
    [InlineData("Skitour am Morgen", "other")]
    [InlineData("Canicross", "running")]
    [InlineData("Lauf und Rad", null)]
    [InlineData("Carson City", null)]
    [InlineData("Skipton to Rowland", null)]
    public void The_name_of_a_track_speaks_where_its_type_does_not(string name, string? sport)
    {
        var believed = MadeActivity.Lasting(60).Positions().With(made => made with { Sport = null, Name = name }).Believe();

        Assert.Equal(sport, believed.Sport);
    }

    [Fact]
    public void The_type_counts_before_the_name() => Assert.Equal("cycling_sport", SportOf("CYCLING_SPORT", name: "Run"));

    [Fact]
    public void A_sub_sport_speaks_where_the_sport_does_not()
    {
        var believed = MadeActivity.Lasting(60).Positions().With(made => made with { Sport = "generic", SubSport = "trail" }).Believe();

        Assert.Equal("running", believed.Sport);
    }

    [Theory]
    [InlineData("indoor_cycling", "indoor_cycling")]
    [InlineData("lap_swimming", "lap_swimming")]
    [InlineData("casual_walking", "walking")]
    [InlineData("virtual_activity", null)]
    [InlineData("challenge", null)]
    public void A_sub_sport_of_another_sport_is_one(string subSport, string? sport) =>
        Assert.Equal(sport, MadeActivity.Lasting(60).Positions().With(made => made with { Sport = "generic", SubSport = subSport }).Believe().Sport);

    [Theory]
    [InlineData("<trk><extensions><o:activity xmlns:o='u'>road_running</o:activity></extensions>", "running")]
    [InlineData("<trk><extensions><o:typeTranslated xmlns:o='u'>Radfahren</o:typeTranslated></extensions>", "radfahren")]
    [InlineData("<extensions><activity>cycling</activity></extensions><trk>", "cycling")]
    [InlineData("<metadata><name>Morning run</name></metadata><trk>", "running")]
    [InlineData("<metadata><name>Morning run</name></metadata><trk><name>Lunch</name>", null)]
    [InlineData("<trk><type>running</type><extensions><activity>cycling</activity></extensions>", "running")]
    public void Extensions_and_metadata_of_gpx_name_the_sport_where_the_type_does_not(string before, string? sport)
    {
        var point =
            "<trkseg><trkpt lat='47' lon='8'><time>2026-10-05T06:00:00Z</time></trkpt><trkpt lat='47.0001' "
                + "lon='8'><time>2026-10-05T06:00:05Z</time></trkpt></trkseg>";
        var read = ActivityReader.Read(System.Text.Encoding.UTF8.GetBytes($"<gpx>{before}{point}</trk></gpx>"));

        Assert.Equal(sport, Assert.Single(KneeLoad.Ingest.Plausibility.BelievedActivities.Of(read.Activities, new(null, MadeActivity.Now))).Sport);
    }

    private static string? SportOf(string? stated, string? name = null) =>
        MadeActivity.Lasting(60).Positions().With(made => made with { Sport = null, SportText = stated, Name = name }).Believe().Sport;
}
