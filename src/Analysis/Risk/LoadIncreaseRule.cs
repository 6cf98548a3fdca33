using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Weeks;
using NodaTime;
using static System.FormattableString;

namespace KneeLoad.Analysis.Risk;

/// <summary>The row of sudden load increase: the larger of spike and growth, compared before rounding, the spike on a tie.</summary>
internal static class LoadIncreaseRule
{
    private static readonly string Rule = Invariant(
        $"The session of the last {Choices.FadeDays.Value} days that went furthest beyond the longest of the {Published.SpikeWindowDays.Value} days before it: up to {Published.SpikeFrom.Value:0.00} times 0 points, up to {Published.LargeSpikeUpTo.Value:0.00} times {Choices.SpikePoints.Value}, beyond that {Choices.DoublePoints.Value}, in full for {Choices.HoldDays.Value} days and fading until day {Choices.FadeDays.Value}. Or the last 7 days against the mean of the four weeks before, from {Choices.LeastGrowth.Value.Kilometres} km more on: {GrowthSteps()} points. The larger of the two.");

    private static readonly Source[] SpikeSources = [Sources.Frandsen2025];
    private static readonly Source[] GrowthSources = [Sources.Nielsen2014Progression, Sources.Lovdal2021, Sources.Frandsen2025, Sources.Buist2008];

    public static RiskFactor Judge(TrainingHistory training, SessionJudge judge, LocalDate asOf)
    {
        var spike = SpikeRule.Judge(judge, asOf);
        var growth = GrowthRule.Judge(training, asOf);
        return spike is not null && spike.Held >= growth.Points ? SpikeRow(spike, growth, asOf)
            : growth.NotJudged is null ? GrowthRow(growth)
            : NoRow(growth, SpikeRule.Recent(judge, asOf).LastOrDefault());
    }

    private static RiskFactor SpikeRow(SpikeRule spike, GrowthRule growth, LocalDate asOf) => new()
    {
        Id = FactorId.LoadIncrease,
        Kind = LoadIncreaseKind.Spike,
        Measured = spike.Judgement.Session.Distance?.Metres,
        Usual = spike.Judgement.Base?.Metres,
        Unit = "m",
        Ratio = spike.Judgement.Ratio,
        Points = Rounding.ToPoints(spike.Held),
        MostPoints = Choices.DoublePoints.Value,
        Rule = Rule,
        Science = Certainty.B,
        Measurement = spike.Judgement.Measurement,
        Note = string.Join(' ', SpikeNotes(spike, asOf).Append(growth.NotJudged).OfType<string>()),
        RunKey = spike.Judgement.Session.Key,
        Sources = SpikeSources,
    };

    private static RiskFactor GrowthRow(GrowthRule growth) => new()
    {
        Id = FactorId.LoadIncrease,
        Kind = LoadIncreaseKind.Growth,
        Measured = growth.Days.Distance.Metres,
        Usual = growth.Days.UsualDistance.Metres,
        Unit = "m",
        Ratio = growth.Days.Distance / growth.Days.UsualDistance,
        Points = growth.Points,
        MostPoints = Choices.DoublePoints.Value,
        Rule = Rule,
        Science = Certainty.C,
        Measurement = MeasurementQuality.Good,
        Note = Invariant($"The last 7 days against the mean of the four weeks before. The cohort that the spike rule rests on ({Published.SpikeRunners.Value:N0} runners) found no relation between growth from week to week and injury of any site. These points rest on a study of novices, hazard ratio {Published.NoviceGrowthHazard.Value} above {Published.NoviceGrowthAbove.Value.Percent:0} % a week for injury of any site, whose interval includes no effect, and on one secondary, unconfirmed finding in {Published.DelayedGrowthRunners.Value} runners, odds ratio {Published.DelayedGrowthOdds.Value}, quoted by a second source."),
        Sources = GrowthSources,
    };

    private static RiskFactor NoRow(GrowthRule growth, SessionJudgement? latest) => new()
    {
        Id = FactorId.LoadIncrease,
        Unit = "m",
        Points = 0,
        MostPoints = Choices.DoublePoints.Value,
        Rule = Rule,
        Science = Certainty.B,
        Measurement = MeasurementQuality.None,
        Note = $"{WhyNoSpike(latest)} {growth.NotJudged}",
        Sources = SpikeSources,
    };

    private static string WhyNoSpike(SessionJudgement? latest) => latest?.NotJudged switch
    {
        NotJudged.WindowNotFull => Invariant($"No session was judged: window not yet full, the history is younger than {Published.SpikeWindowDays.Value} days."),
        NotJudged.ReturnWithoutPast => Invariant($"No session was judged: a return after {Published.SpikeWindowDays.Value} days off, and no known distance before the break."),
        NotJudged.DistanceUnknown => "No session was judged: its distance is unknown.",
        NotJudged.NoKnownBase => Invariant($"No session was judged: no distance of the {Published.SpikeWindowDays.Value} days before it is known."),
        _ => Invariant($"No session was judged: none lies in the last {Choices.FadeDays.Value} days."),
    };

    private static IEnumerable<string> SpikeNotes(SpikeRule spike, LocalDate asOf)
    {
        var (judgement, held) = spike;
        var hazard = HazardAt(judgement.Ratio ?? 0);
        yield return judgement.Ratio <= Published.SpikeFrom.Value
            ? Invariant($"No session of the last {Choices.FadeDays.Value} days went beyond {Published.SpikeFrom.Value:0.00} times the longest of the {Published.SpikeWindowDays.Value} days before it.")
            : Invariant($"Among {Published.SpikeRunners.Value:N0} runners, injury of any site came {hazard.Value:0.0} times as often after a session this far beyond the longest of {Published.SpikeWindowDays.Value} days as after a shorter one (hazard ratio {hazard.Value:0.00}, 95 % interval {hazard.Low:0.00} to {hazard.High:0.00}).");
        if (held < judgement.Points)
        {
            yield return Invariant($"The session is {Period.DaysBetween(judgement.Session.Day, asOf)} days old: its {judgement.Points} points fade until day {Choices.FadeDays.Value}, a span of our choice.");
        }

        if (judgement.Ratio >= Choices.Edge.Value.From && judgement.Ratio <= Choices.Edge.Value.To)
        {
            yield return "The ratio is at the edge of what a watch can measure.";
        }

        if (judgement.IsReturn)
        {
            yield return Invariant($"It is a return after {Published.SpikeWindowDays.Value} days off, judged by half of the longest session before the break; this is our choice.");
        }

        switch (judgement.Measurement)
        {
            case MeasurementQuality.Poor:
                yield return Invariant($"Only one session lies in the {Published.SpikeWindowDays.Value} days before it, so the ratio says little.");
                break;
            case MeasurementQuality.Fair:
                yield return "An unknown distance in the days before it was left out.";
                break;
        }
    }

    // The mildest first.
    private static string GrowthSteps() =>
        string.Join(", ", Choices.GrowthPoints.Value.Reverse().Select(static step => Invariant($"above {step.AboveRatio:0.00} times {step.Points}")));

    private static RatioEstimate HazardAt(double ratio) =>
        ratio <= Published.ModestSpikeUpTo.Value ? Published.ModestSpikeHazard.Value
        : ratio <= Published.LargeSpikeUpTo.Value ? Published.LargeSpikeHazard.Value
        : Published.DoubleSpikeHazard.Value;
}
