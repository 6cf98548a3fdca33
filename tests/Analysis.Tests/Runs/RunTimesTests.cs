using KneeLoad.Ingest.Activities;
using NodaTime;

namespace KneeLoad.Analysis.Tests.Runs;

/// <summary>Start, local day, and the three lengths in time.</summary>
public sealed class RunTimesTests
{
    private static readonly DateTimeZone Auckland = DateTimeZoneProviders.Tzdb["Pacific/Auckland"];

    [Fact]
    public void The_files_own_offset_tells_the_local_day()
    {
        var run = MadeActivity.Lasting(600)
            .With(a => a with { Start = Instant.FromUtc(2024, 6, 1, 15, 30), UtcOffset = Offset.FromHours(9) })
            .Analyse(Auckland);

        Assert.Equal(new LocalDate(2024, 6, 2), run.Metrics.LocalDate);
    }

    [Fact]
    public void Without_an_offset_the_runners_zone_tells_it()
    {
        var run = MadeActivity.Lasting(600).With(a => a with { Start = Instant.FromUtc(2024, 6, 1, 12, 30) }).Analyse(Auckland);

        Assert.Equal(new LocalDate(2024, 6, 2), run.Metrics.LocalDate);
    }

    [Theory]
    [InlineData(29, 23, 30, 30)] // 23:30 UTC is half past midnight in winter time
    [InlineData(30, 22, 30, 30)] // and half past eleven the evening before the change
    [InlineData(31, 22, 30, 1)] // in summer time 22:30 UTC is half past midnight
    public void The_change_of_clocks_moves_midnight(int day, int hour, int minute, int localDay)
    {
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

        var run = MadeActivity.Lasting(600).With(a => a with { Start = Instant.FromUtc(2024, 3, day, hour, minute) }).Analyse(berlin);

        Assert.Equal(localDay, run.Metrics.LocalDate.Day);
    }

    [Theory]
    [InlineData("Pacific/Kiritimati", 3)]
    [InlineData("Pacific/Pago_Pago", 1)]
    public void Either_side_of_the_date_line_has_its_own_day(string zone, int localDay)
    {
        var run = MadeActivity.Lasting(600).With(a => a with { Start = Instant.FromUtc(2024, 6, 2, 10, 30) }).Analyse(DateTimeZoneProviders.Tzdb[zone]);

        Assert.Equal(localDay, run.Metrics.LocalDate.Day);
    }

    [Fact]
    public void A_run_over_midnight_belongs_to_the_day_it_began()
    {
        var run = MadeActivity.Lasting(3600).With(a => a with { Start = Instant.FromUtc(2024, 6, 1, 23, 59) }).Analyse();

        Assert.Equal(new LocalDate(2024, 6, 1), run.Metrics.LocalDate);
    }

    [Fact]
    public void Without_a_session_the_first_record_is_the_start() =>
        Assert.Equal(MadeActivity.Morning, MadeActivity.Lasting(600).Analyse().Metrics.Start);

    [Fact]
    public void The_sessions_totals_win()
    {
        var run = MadeActivity.Lasting(600).Speed(3)
            .With(a => a with { TotalTimer = Duration.FromSeconds(590), TotalElapsed = Duration.FromSeconds(700) }).Analyse();

        Assert.Equal(590, run.Metrics.Timer.TotalSeconds);
        Assert.Equal(700, run.Metrics.Elapsed.TotalSeconds);
        Assert.Equal(590, run.Metrics.Moving.TotalSeconds);
    }

    [Fact]
    public void A_total_of_zero_beside_records_was_not_measured()
    {
        var run = MadeActivity.Lasting(600).Speed(3).With(a => a with { TotalTimer = Duration.Zero, TotalElapsed = Duration.Zero }).Analyse();

        Assert.Equal(600, run.Metrics.Timer.TotalSeconds, 6);
        Assert.Equal(600, run.Metrics.Elapsed.TotalSeconds, 6);
    }

    [Fact]
    public void Elapsed_is_never_shorter_than_the_timer()
    {
        var run = MadeActivity.Lasting(600).With(a => a with { TotalTimer = Duration.FromSeconds(650), TotalElapsed = Duration.FromSeconds(600) }).Analyse();

        Assert.Equal(650, run.Metrics.Elapsed.TotalSeconds);
    }

    [Fact]
    public void A_start_alone_is_enough_to_list_an_activity()
    {
        var activity = new Activity { Format = ActivityFormat.Gpx, Sport = "running", Start = MadeActivity.Morning, Records = RecordStream.Empty };

        var run = Analysis.Runs.RunAnalysis.Analyse(activity, DateTimeZone.Utc)!;

        Assert.Equal(Duration.Zero, run.Metrics.Timer);
        Assert.Null(run.Metrics.Distance);
    }
}
