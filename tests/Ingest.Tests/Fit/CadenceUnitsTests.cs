using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Fit;

public sealed class CadenceUnitsTests
{
    private const byte Running = 1;
    private const byte Cycling = 2;
    private const byte Walking = 11;

    [Fact]
    public void The_protocol_counts_strides_of_one_leg() => Assert.Equal((CadenceUnit.StridesPerMinute, null), Of(Running, 85, 86, 87));

    [Fact]
    public void Up_to_120_a_minute_can_be_one_leg_and_more_counts_both()
    {
        Assert.Equal((CadenceUnit.StridesPerMinute, null), Of(Running, 120, 120));
        Assert.Equal((CadenceUnit.StepsPerMinute, RemarkKind.CadenceTooHighForOneLeg), Of(Running, 121, 121));
    }

    [Fact]
    public void One_record_in_twenty_may_be_too_high_and_two_may_not()
    {
        byte[] nineteen = [.. Enumerable.Repeat((byte)85, 19)];

        Assert.Equal(CadenceUnit.StridesPerMinute, Of(Running, [.. nineteen, 180]).Unit);
        Assert.Equal(CadenceUnit.StepsPerMinute, Of(Running, [.. nineteen[..18], 180, 180]).Unit);
    }

    [Fact]
    public void Standing_still_is_not_counted() => Assert.Equal(CadenceUnit.StepsPerMinute, Of(Running, 0, 0, 0, 0, 0, 0, 170, 0xFF).Unit);

    [Fact]
    public void Walks_count_like_runs_and_the_turns_of_a_pedal_do_not()
    {
        Assert.Equal(CadenceUnit.StepsPerMinute, Of(Walking, 125, 125).Unit);
        Assert.Equal((CadenceUnit.StridesPerMinute, null), Of(Cycling, 125, 125));
        Assert.Equal(CadenceUnit.StepsPerMinute, Of(sport: null, 170).Unit);
    }

    [Fact]
    public void A_file_without_cadence_keeps_the_protocols_unit() => Assert.Equal((CadenceUnit.StridesPerMinute, null), Of(Running));

    private static (CadenceUnit Unit, RemarkKind? Said) Of(byte? sport, params byte[] cadences)
    {
        var file = new FitFileBuilder();
        foreach (var cadence in cadences)
        {
            file.Message(0, 20, FitField.UInt8(4, cadence));
        }

        file.Session(new FitSession { Start = MadeRuns.Start, Elapsed = Duration.FromMinutes(1), Sport = sport });
        var content = MadeMessages.Content(file);
        var outcome = new FitOutcome();
        var unit = CadenceUnits.Of(content, SessionParts.Of(content, content.Records.Build()), outcome);
        return (unit, outcome.ToResult().Warnings is [var said] ? said.Kind : null);
    }
}
