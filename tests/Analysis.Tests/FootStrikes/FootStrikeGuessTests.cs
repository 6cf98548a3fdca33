using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Tests.FootStrikes;

/// <summary>The guess moves about the population's share by a step a spread of duty factor. Means: 0.3095 at 3.8, 0.2738 at 5.4 m/s.</summary>
public sealed class FootStrikeGuessTests
{
    [Theory]
    [InlineData(3.8, 0.3095)]
    [InlineData(5.4, 0.2738)]
    [InlineData(4.6, 0.29165)]
    [InlineData(3.0, 0.32735)]
    public void At_the_usual_duty_factor_of_a_speed_the_guess_is_the_populations_share(double speed, double dutyFactor) =>
        Assert.Equal(0.84, Guess(dutyFactor, speed), 9);

    [Theory]
    [InlineData(1, 0.87)]
    [InlineData(-1, 0.81)]
    [InlineData(3, 0.93)]
    [InlineData(-3, 0.75)]
    [InlineData(9, 0.93)]
    [InlineData(-9, 0.75)]
    public void Each_spread_moves_it_by_three_percent_and_never_past_what_two_races_showed(double spreads, double share) =>
        Assert.Equal(share, Guess(0.3095 + (spreads * 0.0182), 3.8), 9);

    [Fact]
    public void A_guess_says_that_it_is_one()
    {
        var guess = FootStrikeGuess.From(new Fraction(0.31), new Speed(3));

        Assert.Equal((FootStrikeSource.Guess, Certainty.D, 0), (guess.Source, guess.Certainty, guess.RecordedSteps));
    }

    private static double Guess(double dutyFactor, double speed) => FootStrikeGuess.From(new Fraction(dutyFactor), new Speed(speed)).HeelShare!.Value.Value;
}
