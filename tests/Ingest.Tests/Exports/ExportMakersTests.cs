using KneeLoad.Ingest.Exports;

namespace KneeLoad.Ingest.Tests.Exports;

public sealed class ExportMakersTests
{
    [Theory]
    [InlineData("training-session-2026-10-05-1.json", ExportMaker.Polar)]
    [InlineData("x/com.samsung.shealth.exercise.20261005.csv", ExportMaker.Samsung)]
    [InlineData("com.sec.health.csv", ExportMaker.Samsung)]
    [InlineData("HiTrack_1.json", ExportMaker.Huawei)]
    [InlineData("SPORT_1700000000.csv", ExportMaker.Zepp)]
    [InlineData("exercise-0.json", ExportMaker.Fitbit)]
    [InlineData("user_workout_history.csv", ExportMaker.MapMyRun)]
    [InlineData("com.nike.activities", ExportMaker.Nike)]
    [InlineData("abc_suunto.json", ExportMaker.Suunto)]
    [InlineData("20261005_1_hlth_center_fitness_data.csv", ExportMaker.Xiaomi)]
    [InlineData("a/someone_0_summarizedActivities.json", ExportMaker.Garmin)]
    public void The_name_of_a_file_tells_the_maker_in_any_case(string path, ExportMaker maker)
    {
        Assert.Equal(maker, ExportMakers.Of(path));
        Assert.Equal(maker, ExportMakers.Of(path.ToUpperInvariant()));
    }

    [Theory]
    [InlineData("samsunghealth_1234/x.json", ExportMaker.Samsung)]
    [InlineData("Sport-sessions/1.json", ExportMaker.Runtastic)]
    [InlineData("MyFitbit\\Physical Activity\\x.json", ExportMaker.Fitbit)]
    [InlineData("apple_health_export/export.xml", ExportMaker.Apple)]
    [InlineData("DI_CONNECT/DI-Connect-Fitness/x.json", ExportMaker.Garmin)]
    [InlineData("Takeout/Fit/All Sessions/x.json", ExportMaker.GoogleFit)]
    public void A_folder_tells_the_maker_where_the_file_does_not(string path, ExportMaker maker) => Assert.Equal(maker, ExportMakers.Of(path));

    [Fact]
    public void The_file_counts_before_its_folder() => Assert.Equal(ExportMaker.Polar, ExportMakers.Of("suunto/training-session-1.json"));

    [Theory]
    [InlineData("run.gpx")]
    [InlineData("training-session-1.txt")]
    [InlineData("my training-session-1.json")]
    [InlineData("photos/suunto.jpg")]
    [InlineData("apple_health_export")]
    [InlineData("")]
    public void Other_names_tell_none(string path) => Assert.Null(ExportMakers.Of(path));
}
