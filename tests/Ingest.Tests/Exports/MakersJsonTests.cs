using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility;
using KneeLoad.Ingest.Plausibility.Clocks;
using KneeLoad.Ingest.Remarks;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Exports;

/// <summary>The JSON of Fitbit's, Runtastic's and Nike's exports: runs are read with what they state, and what they lack is unknown.</summary>
public sealed class MakersJsonTests
{
    private const string Fitbit = """
        [{"logId":1,"activityName":"Run","activityTypeId":90009,"averageHeartRate":149,"distance":1.25,"distanceUnit":"Mile","duration":660000,
        "activeDuration":600000,"steps":1500,"source":{"type":"tracker","name":"Charge 5"},"logType":"tracker","startTime":"03/22/21 21:04:02"},
        {"logId":2,"activityName":"Treadmill","activityTypeId":20049,"duration":600000,"startTime":"03/23/21 06:00:00"},
        {"logId":3,"activityName":"Walk","activityTypeId":90013,"duration":600000,"startTime":"03/24/21 06:00:00"},
        {"logId":4,"activityName":"Outdoor Bike","activityTypeId":1071,"distance":9,"distanceUnit":"Kilometer","startTime":"03/24/21 07:00:00"}]
        """;

    private const string Runtastic = """
        {"id":"a","sport_type_id":"14","start_time":1791180000000,"end_time":1791181860000,"start_time_timezone_offset":7200000,
        "duration":1800000,"pause":60000,"notes":"easy","features":[{"type":"weather","attributes":{"temperature":9}},
        {"type":"initial_values","attributes":{"distance":4900,"duration":1}},{"type":"track_metrics","attributes":{"distance":5000,"elevation_gain":12}}]}
        """;

    private const string Nike = """
        {"id":"a","type":"run","start_epoch_ms":1791180000000,"end_epoch_ms":1791181860000,"active_duration_ms":1800000,
        "summaries":[{"metric":"pace","summary":"mean","value":6},{"metric":"distance","summary":"total","value":5.02}],
        "tags":{"com.nike.name":"Morning","location":"outdoors"},
        "metrics":[{"type":"latitude","unit":"DD","values":[{"start_epoch_ms":1791180000000,"value":47.5},{"start_epoch_ms":1791180001000,"value":47.6}]},
        {"type":"longitude","values":[{"start_epoch_ms":1791180000000,"value":8.5},{"start_epoch_ms":1791180001000,"value":8.5}]},
        {"type":"heart_rate","values":[{"start_epoch_ms":1791180001000,"value":140},{"start_epoch_ms":1791180002000,"value":0}]},
        {"type":"speed","values":[{"start_epoch_ms":1791180000000,"value":10.8}]},{"type":"pace","values":[{"start_epoch_ms":1791180000000,"value":6}]}]}
        """;

    private static readonly Instant Morning = Instant.FromUnixTimeSeconds(1_791_180_000);

    [Fact]
    public void Fitbits_list_gives_its_runs_and_no_other_sport()
    {
        var runs = Read(Fitbit).Activities;

        Assert.Equal(["Run", "Treadmill"], runs.Select(run => run.SportText));
        Assert.Equal((2_011.68, 600), (runs[0].TotalDistance!.Value.Metres, runs[0].TotalTimer!.Value.TotalSeconds));
        Assert.Equal(660, runs[0].TotalElapsed!.Value.TotalSeconds);
        Assert.Equal((Instant.FromUtc(2021, 3, 22, 21, 4, 2), "Charge 5"), (runs[0].Start!.Value, runs[0].Product));
        Assert.Equal(("treadmill", null), (runs[1].SubSport, runs[1].TotalDistance));
        Assert.All(BelievedActivities.Of(runs, new BeliefContext(null, Morning)), run => Assert.Equal("running", run.Sport));
    }

    [Fact]
    public void Fitbits_run_is_known_by_its_number_whatever_it_is_called() =>
        Assert.Equal("running", Read(Fitbit.Replace("\"Run\"", "\"Tempo\"", StringComparison.Ordinal)).Activities[0].Sport);

    [Theory]
    [InlineData("\"distanceUnit\":\"Mile\"", "\"distanceUnit\":\"Furlong\"")]
    [InlineData("\"distance\":1.25,", "")]
    [InlineData("\"distance\":1.25", "\"distance\":0")]
    [InlineData("\"distance\":1.25", "\"distance\":null")]
    public void A_distance_without_a_known_unit_is_unknown(string stated, string changed) =>
        Assert.Null(Read(Fitbit.Replace(stated, changed, StringComparison.Ordinal)).Activities[0].TotalDistance);

    [Fact]
    public void A_list_that_breaks_off_gives_the_runs_before_and_the_place()
    {
        var cut = Fitbit[..Fitbit.IndexOf("\"Walk\"", StringComparison.Ordinal)];

        var result = Read(cut);

        Assert.Equal((ReadStatus.Partial, ReadFault.MalformedJson, 2), (result.Status, result.Fault, result.Activities.Count));
        Assert.InRange(result.ByteOffset!.Value, cut.Length - 100, cut.Length);
    }

    [Fact]
    public void A_list_that_breaks_off_after_another_sport_is_refused()
    {
        var result = Read("""[{"logId":3,"activityName":"Walk","activityTypeId":90013},{"logId":""");

        Assert.Equal((ReadStatus.Rejected, ReadFault.MalformedJson), (result.Status, result.Fault));
        Assert.Empty(result.Activities);
    }

    [Fact]
    public void Runtastics_session_has_what_was_measured()
    {
        var run = Assert.Single(Read(Runtastic).Activities);

        Assert.Equal(("running", "treadmill", "easy"), (run.Sport, run.SubSport, run.Name));
        Assert.Equal((Morning, Offset.FromHours(2)), (run.Start!.Value, run.UtcOffset!.Value));
        Assert.Equal((5_000, 1_800, 1_860), (run.TotalDistance!.Value.Metres, run.TotalTimer!.Value.TotalSeconds, run.TotalElapsed!.Value.TotalSeconds));
        Assert.Equal((12, null), (run.TotalAscent!.Value.Metres, run.TotalDescent));
    }

    [Fact]
    public void Runtastics_newest_layout_states_its_times_and_its_sport_among_the_features()
    {
        var run = Assert.Single(Read("""
            {"id":"a","start_time_timezone_offset":7200000,"features":[{"type":"track_metrics","attributes":{"distance":5000}},{"type":"initial_values",
            "attributes":{"distance":4900,"duration":1800000,"start_time":1791180000000,"end_time":1791181860000,
            "sport_type":{"id":"14","type":"sport_type"}}}]}
            """).Activities);

        Assert.Equal(("running", "treadmill", Morning), (run.Sport, run.SubSport, run.Start!.Value));
        Assert.Equal((5_000, 1_800, 1_860), (run.TotalDistance!.Value.Metres, run.TotalTimer!.Value.TotalSeconds, run.TotalElapsed!.Value.TotalSeconds));
    }

    [Fact]
    public void Runtastics_older_layout_states_its_distance_itself()
    {
        var older = Runtastic.Replace("\"notes\"", "\"distance\":4200,\"notes\"", StringComparison.Ordinal);

        Assert.Equal(4_200, Assert.Single(Read(older).Activities).TotalDistance!.Value.Metres);
    }

    [Theory]
    [InlineData("3", null)]
    [InlineData("19", null)]
    [InlineData("1", "running")]
    [InlineData("99", "unknown")]
    public void Runtastics_numbers_are_a_run_another_sport_or_unknown(string number, string? sport) =>
        Assert.Equal(sport, Read(Runtastic.Replace("\"14\"", $"\"{number}\"", StringComparison.Ordinal)).Activities.SingleOrDefault()?.Sport);

    [Fact]
    public void Nikes_run_has_its_totals_and_its_series()
    {
        var run = Assert.Single(Read(Nike).Activities);

        Assert.Equal(("run", null, "Morning"), (run.SportText, run.SubSport, run.Name));
        Assert.Equal((Morning, 5_020, 1_800), (run.Start!.Value, run.TotalDistance!.Value.Metres, run.TotalTimer!.Value.TotalSeconds));
        Assert.Equal([47.5, 47.6], All(run.Records[RecordField.PositionLat]!));
        Assert.Equal([null, 140.0], All(run.Records[RecordField.HeartRate]!));
        Assert.Equal([3.0, null], All(run.Records.SpeedMetresPerSecond!));
        Assert.Null(run.Records.AltitudeMetres);
    }

    [Fact]
    public void Another_training_of_Nike_is_left_aside()
    {
        var result = Read(Nike.Replace("\"run\"", "\"yoga\"", StringComparison.Ordinal));

        Assert.Equal((ReadStatus.LeftAside, RemarkKind.ExportHoldsNoRun), (result.Status, result.Reason!.Value.Kind));
    }

    [Theory]
    [InlineData("""{"start_epoch_ms":-1,"active_duration_ms":"x","type":"run","metrics":[{"type":"latitude","values":[1,{"value":2}]},7],"summaries":{}}""")]
    [InlineData("""{"sport_type_id":1,"start_time":1e30,"duration":-5,"features":[null,3,{"type":"track_metrics"}]}""")]
    [InlineData("""[{"logId":1,"activityTypeId":1,"activityName":"Run","startTime":"31/31/21 25:00:00","duration":1e300,"distance":"far"}]""")]
    public void What_is_lacking_or_odd_is_unknown(string file)
    {
        var run = Assert.Single(Read(file).Activities);

        Assert.Null(run.Start);
        Assert.Null(run.TotalDistance);
        Assert.Null(run.TotalTimer);
        Assert.Equal(0, run.Records.Count);
    }

    [Fact]
    public void A_series_without_end_fills_no_memory()
    {
        const long First = 1_791_180_000_000;
        var values = string.Join(',', Enumerable.Range(0, 400_010).Select(second => $$"""{"start_epoch_ms":{{First + (second * 1_000L)}},"value":9}"""));
        var endless = Nike.Replace("""{"start_epoch_ms":1791180000000,"value":10.8}""", values, StringComparison.Ordinal);

        Assert.Equal(400_000, Assert.Single(Read(endless).Activities).Records.Count);
    }

    private static ReadResult Read(string file) => ActivityReader.Read(Encoding.UTF8.GetBytes(file));

    private static IEnumerable<double?> All(Column column) => Enumerable.Range(0, column.Length).Select(i => column[i]);
}
