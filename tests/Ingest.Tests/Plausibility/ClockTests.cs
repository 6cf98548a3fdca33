using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility;
using KneeLoad.Ingest.Plausibility.Clocks;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Plausibility;

/// <summary>No clock is believed that cannot have been right.</summary>
public sealed class ClockTests
{
    private const int Day = 86_400;

    [Fact]
    public void A_run_without_contradiction_stays_as_it_is()
    {
        var run = MadeActivity.Lasting(600).Positions().Column().Total(1800).Timer(600);

        var believed = run.Believe();

        Assert.Empty(believed.Notes);
        Assert.Equal(1800, believed.TotalDistance!.Value.Metres);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(5, 600_000_000)]
    [InlineData(400, 631_065_600)]
    public void Records_before_the_clock_was_set_lie_directly_before_the_others(int records, double clock)
    {
        var run = MadeActivity.Lasting(600).Positions().Times((i, time) => i < records ? clock + i : time);

        var believed = run.Believe();

        Assert.Equal(MadeActivity.Morning, believed.Start);
        Assert.Equal(601, believed.Records.Count);
        Assert.Equal(MadeActivity.UnixSeconds(MadeActivity.Morning), believed.Records.TimeUnixSeconds![0]);
        Assert.Equal(records, Assert.Single(believed.Notes, note => note.Kind == NoteKind.ClockLeapsUndone).Count);
    }

    [Theory]
    [InlineData(300, -1_000_000_000)]
    [InlineData(600, -30 * Day)]
    [InlineData(600, 20 * Day)]
    public void A_stray_record_of_another_day_is_left_out(int record, double by)
    {
        var run = MadeActivity.Lasting(600).Positions().Times((i, time) => i == record ? time + by : time);

        var believed = run.Believe();

        Assert.Equal(600, believed.Records.Count);
        Assert.Equal(1, Assert.Single(believed.Notes, note => note.Kind == NoteKind.RecordsOfOtherTimes).Count);
    }

    [Theory]
    [InlineData(1970)]
    [InlineData(1989)]
    [InlineData(1999)]
    [InlineData(2027)]
    [InlineData(2036)]
    public void UP_14_A_day_that_cannot_be_is_unknown(int year)
    {
        var by = (Instant.FromUtc(year, 10, 5, 6, 0) - MadeActivity.Morning).TotalSeconds;
        var run = MadeActivity.Lasting(600).Positions().Times((_, time) => time + by);

        var believed = run.Believe();

        Assert.Equal(NodaConstants.UnixEpoch, believed.Start);
        Assert.Equal(0, believed.Records.TimeUnixSeconds![0]);
        var note = Assert.Single(believed.Notes, note => note.Kind == NoteKind.DateUnknown);
        Assert.Equal(MadeActivity.UnixSeconds(MadeActivity.Morning) + by, note.Stated);
    }

    [Fact]
    public void Tomorrow_can_be_and_the_day_after_cannot()
    {
        var tomorrow = Instant.FromUtc(2026, 11, 2, 23, 0);

        Assert.Equal(tomorrow, At(tomorrow).Start);
        Assert.Equal(NodaConstants.UnixEpoch, At(tomorrow + Duration.FromHours(2)).Start);

        static Activity At(Instant start) =>
            MadeActivity.Lasting(60).Times((_, time) => time + (start - MadeActivity.Morning).TotalSeconds).Believe();
    }

    [Fact]
    public void A_day_before_the_watch_was_sold_is_unknown_and_a_whole_turn_of_the_week_counter_is_named()
    {
        var behind = MadeActivity.Lasting(600)
            .Times((_, time) => time - (1024 * 7 * Day))
            .With(made => made with { DeviceSince = new LocalDate(2022, 1, 1) });

        var believed = behind.Believe();

        Assert.Contains(believed.Notes, note => note.Kind == NoteKind.DateUnknown);
        Assert.Equal(1024, Assert.Single(believed.Notes, note => note.Kind == NoteKind.ClockWeeksBehind).Count);
    }

    [Fact]
    public void A_turn_of_the_week_counter_shows_against_the_day_on_which_the_file_was_made()
    {
        var behind = MadeActivity.Lasting(600)
            .Times((_, time) => time - (1024 * 7 * Day))
            .With(made => made with { FileCreated = MadeActivity.Morning + Duration.FromHours(1) });

        Assert.Contains(behind.Believe().Notes, note => note.Kind == NoteKind.ClockWeeksBehind);
    }

    [Fact]
    public void A_session_that_states_another_day_than_its_records_begins_with_them()
    {
        var run = MadeActivity.Lasting(600).With(made => made with { Start = Instant.FromUtc(1989, 12, 31, 0, 0), HasSession = true });

        Assert.Equal(MadeActivity.Morning, run.Believe().Start);
    }

    [Fact]
    public void Times_without_a_zone_are_the_runners_own()
    {
        var run = MadeActivity.Lasting(600).With(made => made with { IsLocalTime = true });

        var believed = run.Believe(DateTimeZoneProviders.Tzdb["Europe/Berlin"]);

        Assert.Equal(MadeActivity.Morning - Duration.FromHours(2), believed.Start);
        Assert.Equal(Offset.FromHours(2), believed.UtcOffset);
        Assert.Equal(MadeActivity.UnixSeconds(MadeActivity.Morning) - 7200, believed.Records.TimeUnixSeconds![0]);
    }

    [Fact]
    public void Times_without_a_zone_keep_their_day_where_nobody_knows_the_zone()
    {
        var run = MadeActivity.Lasting(600).With(made => made with { IsLocalTime = true });

        var believed = run.Believe();

        Assert.Equal(MadeActivity.Morning, believed.Start);
        Assert.Equal(Offset.Zero, believed.UtcOffset);
    }

    [Fact]
    public void A_clock_that_leaps_ahead_and_comes_back_is_one_activity()
    {
        var run = MadeActivity.Lasting(600)
            .Positions()
            .Times((i, time) => i is >= 200 and < 400 ? time + 100_000 : i is >= 400 and < 590 ? time + 200_000 : time);

        var believed = run.Believe();

        Assert.Equal(601, believed.Records.Count);
        Assert.Equal(MadeActivity.UnixSeconds(MadeActivity.Morning) + 600, believed.Records.TimeUnixSeconds![600]);
        Assert.Contains(believed.Notes, note => note.Kind == NoteKind.ClockLeapsUndone);
    }

    [Fact]
    public void Fit_reads_the_zone_from_the_message_that_correlates_the_clocks()
    {
        var start = MadeActivity.Morning;
        var file = new FitFileBuilder()
            .FileId(start)
            .Message(
                9,
                162,
                FitField.UInt32(253, FitFileBuilder.Seconds(start)),
                FitField.UInt32(1, 1000),
                FitField.UInt32(3, FitFileBuilder.Seconds(start) + (5 * 3600) + 2700))
            .Record(new FitRecord { Time = start, HeartRate = 140 })
            .ToBytes();

        Assert.Equal(Offset.FromHoursAndMinutes(5, 45), ActivityReader.Read(file).Activities[0].UtcOffset);
    }

    [Theory]
    [InlineData("२०२६-१०-०५T०६:००:००Z")]
    [InlineData("٢٠٢٦-١٠-٠٥T٠٦:٠٠:٠٠Z")]
    [InlineData("２０２６-１０-０５T０６:００:００Z")]
    [InlineData("๒๐๒๖-๑๐-๐๕T๐๖:๐๐:๐๐Z")]
    public void Digits_of_other_scripts_are_digits(string time)
    {
        var file = System.Text.Encoding.UTF8.GetBytes($"<gpx><trk><trkseg><trkpt lat='٤٧٫٥' lon='8,25'><time>{time}</time></trkpt></trkseg></trk></gpx>");

        var activity = Assert.Single(ActivityReader.Read(file).Activities);

        Assert.Equal(MadeActivity.Morning, activity.Start);
        Assert.Equal(47.5, activity.Records[RecordField.PositionLat]![0]);
        Assert.Equal(8.25, activity.Records[RecordField.PositionLong]![0]);
    }

    [Fact]
    public void A_day_that_may_be_a_month_is_asked_for_and_the_clock_of_the_day_holds()
    {
        var run = MadeActivity.Lasting(600).Positions().With(made => made with { IsDayUnsure = true });

        var believed = run.Believe();

        Assert.Equal((NodaConstants.UnixEpoch, 601), (believed.Start, believed.Records.Count));
        Assert.Equal(MadeActivity.UnixSeconds(MadeActivity.Morning), Assert.Single(believed.Notes, note => note.Kind == NoteKind.DayUnsure).Stated);
        Assert.Single(believed.Notes, note => note.Kind == NoteKind.DateUnknown);
    }

    [Fact]
    public void Records_in_reverse_order_are_turned_round()
    {
        var run = MadeActivity.Lasting(600)
            .Positions(i => MadeActivity.Speed * (600 - i))
            .Times((i, _) => MadeActivity.UnixSeconds(MadeActivity.Morning) + 600 - i);

        var believed = run.Believe();

        Assert.Equal(MadeActivity.Morning, believed.Start);
        Assert.Equal(MadeActivity.East(0), believed.Records[RecordField.PositionLong]![0]);
        Assert.Equal(600, Assert.Single(believed.Notes, note => note.Kind == NoteKind.RecordsReordered).Count);
    }

    [Fact]
    public void Parts_that_stand_in_the_wrong_order_are_put_right_and_the_stop_between_them_is_a_pause()
    {
        // The second half comes first, and begins 100 s after the end of the other.
        static int Second(int i) => i < 300 ? 301 + i : i - 300;
        var run = MadeActivity.Lasting(600).Positions(i => MadeActivity.Speed * Second(i))
            .Times((i, _) => MadeActivity.UnixSeconds(MadeActivity.Morning) + Second(i) + (i < 300 ? 100 : 0));

        var believed = run.Believe();

        Assert.Equal((MadeActivity.Morning, 601), (believed.Start, believed.Records.Count));
        Assert.Equal(Duration.FromSeconds(101), Assert.Single(believed.Pauses).End - believed.Pauses[0].Start);
        Assert.Single(believed.Notes, note => note.Kind == NoteKind.RecordsReordered);
    }

    [Fact]
    public void A_clock_that_was_set_back_on_the_way_puts_no_part_before_another()
    {
        var run = MadeActivity.Lasting(600).Positions().Times((i, time) => i < 300 ? time : time - 500);

        Assert.DoesNotContain(run.BelieveAll().SelectMany(believed => believed.Notes), note => note.Kind == NoteKind.RecordsReordered);
    }

    [Fact]
    public void Times_at_the_ends_alone_hold_the_records_between_them_together()
    {
        var run = MadeActivity.Lasting(1_000).Positions().Times((i, time) => i is 0 or 1_000 ? time : double.NaN);

        Assert.Equal(1_001, run.Believe().Records.Count);
    }

    [Fact]
    public void Records_of_one_second_that_hold_one_half_each_are_joined()
    {
        var run = MadeActivity.Lasting(599)
            .Times((i, _) => MadeActivity.UnixSeconds(MadeActivity.Morning) + (i / 2))
            .Field(RecordField.Cadence, i => i % 2 == 0 ? 84 : double.NaN)
            .Field(RecordField.HeartRate, i => i % 2 == 0 ? double.NaN : 140);

        var believed = run.Believe();

        Assert.Equal(600, believed.Records[RecordField.Cadence]!.MeasuredCount);
        Assert.Equal(600, believed.Records[RecordField.HeartRate]!.MeasuredCount);
        Assert.Equal(300, Assert.Single(believed.Notes).Count);
    }
}
