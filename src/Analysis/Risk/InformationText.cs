using KneeLoad.Analysis.Evidence;
using static System.FormattableString;

namespace KneeLoad.Analysis.Risk;

/// <summary>What research found about things that carry no points; each is named by popular advice or by other watches.</summary>
internal sealed record InformationText(string Id, string Title, Certainty Science, string Note, IReadOnlyList<Source> Sources)
{
    public static InformationText Downhill { get; } = new(
        "downhill",
        "Downhill",
        Certainty.D,
        Invariant($"On a treadmill load per kilometre was about {ExtraLoadAt(-Choices.SteepestModelledDegrees.Value / 2):0} % higher at {Choices.SteepestModelledDegrees.Value / 2} degrees down and {ExtraLoadAt(-Choices.SteepestModelledDegrees.Value):0} % higher at {Choices.SteepestModelledDegrees.Value} degrees ({Published.GradientRunners.Value} runners, quoted by a second source); it counts in the knee-kilometres. No study reached ties downhill running to knee injury."),
        [Evidence.Sources.VanHooren2024]);

    public static InformationText UnevenGround { get; } = new(
        "uneven-ground",
        "Uneven ground",
        Certainty.D,
        Invariant($"Small bumps cost {Published.EnergyOnBumps.Value.Percent:0} % more energy and make steps vary ({Published.BumpsRunners.Value} runners); nobody measured the knee there, and no study reached ties uneven ground to knee injury."),
        [Evidence.Sources.Voloshina2015]);

    public static InformationText WarmUp { get; } = new(
        "warm-up",
        "Warm-up",
        Certainty.D,
        Invariant($"A trial with {Published.WarmUpRunners.Value} runners saw {Published.WarmUpInjuries.Value.With} injuries of any site in 1,000 hours with warm-up, cool-down and stretching and {Published.WarmUpInjuries.Value.Without} without: no protection. Start gently because it feels better."),
        [Evidence.Sources.VanMechelen1993]);

    public static InformationText CoolDown { get; } = new(
        "cool-down",
        "Cool-down",
        Certainty.D,
        "The trial that tested warm-up tested cool-down with it, and found no protection.",
        [Evidence.Sources.VanMechelen1993]);

    public static InformationText Shoes { get; } = new(
        "shoes",
        "Shoes and their age",
        Certainty.C,
        Invariant($"Runners who rotated more than one pair had a hazard ratio of {Published.ShoeRotationHazard.Value} for injury of any site ({Published.ShoeRotationRunners.Value} runners). Hard shoes had {Published.HardShoeHazard.Value} against soft ones in one trial, a stiffer midsole {Published.StifferMidsoleHazard.Value} in another: they do not agree. No study reached names a distance after which a shoe is worn out."),
        [Evidence.Sources.Malisoux2015, Evidence.Sources.Malisoux2020, Evidence.Sources.Theisen2014]);

    public static InformationText BodyMass { get; } = new(
        "body-mass",
        "Body mass",
        Certainty.C,
        Invariant($"One trial found no relation (hazard ratio {Published.BodyMassHazard.Value} for each kilogram), another a small one ({Published.BodyMassIndexHazard.Value} for each unit of body mass index), both for injury of any site. Growth of load is a ratio, which body mass cancels out of."),
        [Evidence.Sources.Malisoux2020, Evidence.Sources.Theisen2014]);

    public static InformationText FlatFeet { get; } = new(
        "flat-feet",
        "Flat feet",
        Certainty.D,
        Invariant($"Of {Published.FootPostureNovices.Value} novices in neutral shoes, those whose feet rolled inwards were not injured more often than the others."),
        [Evidence.Sources.Nielsen2014Posture]);

    public static InformationText Cadence { get; } = new(
        "cadence",
        "Cadence at your own pace",
        Certainty.C,
        Invariant($"Steps {Published.FasterSteps.Value.Percent:0} % faster lower the peak force on the kneecap by about {-Published.KneecapForceAtFasterSteps.Value.Percent:0} %, and longer steps count in the knee-kilometres. Whether cadence changes who gets hurt is not shown: slow steps went with shin injury in {Published.SlowStepsRunners.Value} runners at school (odds ratio {Published.SlowStepsShinOdds.Value}), not with pain at the front of the knee. There is no number of steps that suits all."),
        [Evidence.Sources.Lenhart2014, Evidence.Sources.Luedke2016, Evidence.Sources.Anderson2022]);

    public static InformationText Breathing { get; } = new(
        "breathing",
        "Breathing",
        Certainty.D,
        "No study reached ties the way of breathing to the knees.",
        []);

    public static InformationText Monotony { get; } = new(
        "monotony",
        "Training monotony",
        Certainty.D,
        "Mean daily load over its spread in 7 days, made for perceived effort. No study reached ties it to knee injury; it is drawn, not scored.",
        [Evidence.Sources.Foster2001]);

    public static InformationText AcuteChronicRatio { get; } = new(
        "acwr",
        "Acute to chronic ratio",
        Certainty.D,
        Invariant($"The last 7 days over the 21 before. With denominators drawn at random it gave odds ratios of {Published.RandomRatioOdds.Value.Least} to {Published.RandomRatioOdds.Value.Most}, about what the real ones give; in {Published.SpikeRunners.Value:N0} runners it went the other way. It is drawn, not scored."),
        [Evidence.Sources.Impellizzeri2020, Evidence.Sources.Frandsen2025]);

    /// <summary>The row, with what was measured.</summary>
    public RiskInformation With(string? measured, string? usual) => new(Id, Title, measured, usual, Science, Note, Sources);

    // Percent above level ground at the same speed.
    private static double ExtraLoadAt(double degrees)
    {
        var rows = Published.VanHoorenStressImpulse.Value;
        var slope = rows.First(row => row.GradientDegrees.Equals(degrees));
        var level = rows.First(row => row.GradientDegrees is 0 && row.Speed == slope.Speed);
        return 100 * ((slope.MegapascalSecondsPerKilometre / level.MegapascalSecondsPerKilometre) - 1);
    }
}
