using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Messages;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Fit.Messages;

public sealed class LapMessageTests
{
    private const ushort Lap = 19;

    [Fact]
    public void A_lap_has_start_times_in_thousandths_and_distance_in_hundredths()
    {
        var lap = LapMessage.Read(MadeMessages.Of(
            Lap, FitField.UInt32(2, 1_000_000_000), FitField.UInt32(7, 300_500), FitField.UInt32(8, 290_250), FitField.UInt32(9, 100_012)));

        Assert.Equal(
            new Lap(Instant.FromUtc(2021, 9, 8, 1, 46, 40), Duration.FromMilliseconds(300_500), Duration.FromMilliseconds(290_250), new Distance(1000.12)),
            lap);
    }

    [Fact]
    public void A_lap_that_states_nothing_is_a_lap_of_unknowns() =>
        Assert.Equal(new Lap(null, null, null, null), LapMessage.Read(MadeMessages.Of(Lap, FitField.Enumeration(0, 9))));

    [Fact]
    public void Invalid_values_are_unknown_and_zeros_are_not()
    {
        var lap = LapMessage.Read(MadeMessages.Of(
            Lap, FitField.UInt32(2, uint.MaxValue), FitField.UInt32(7, 0), FitField.UInt32(8, uint.MaxValue), FitField.UInt32(9, 0)));

        Assert.Equal(new Lap(null, Duration.Zero, null, Distance.Zero), lap);
    }
}
