using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Evidence;

/// <summary>Published numbers on injuries, pain, and what was tried against them.</summary>
public static partial class Published
{
    /// <summary>Odds ratio of a knee injury after a running injury within 12 months; the thesis prints no interval. [1]</summary>
    public static Cited<double> PreviousInjuryKneeOdds { get; } = new(
        3.29, Sources.KneeCohortThesis, "Summary, results", Reading.Abstract, Certainty.B, Tissue.Knee, Outcome.KneeInjury);

    /// <summary>Runners whose knee injuries were counted there. [1]</summary>
    public static Cited<int> KneeCohortRunners { get; } = new(
        2736, Sources.KneeCohortThesis, "Summary, results", Reading.Abstract, Certainty.B, Tissue.Knee, Outcome.KneeInjury);

    /// <summary>Odds ratios of earlier injury for knee injuries over 20 studies, least and most. [1]</summary>
    public static Cited<(double Least, double Most)> PreviousInjuryReviewOdds { get; } = new(
        (1.36, 10.19), Sources.KneeReview2026, AbstractResults, Reading.Abstract, Certainty.B, Tissue.Knee, Outcome.KneeInjury);

    /// <summary>Hazard ratio after a previous injury, injury of any site. [1]</summary>
    public static Cited<RatioEstimate> PreviousInjuryHazard { get; } = new(
        new(1.72, 1.11, 2.66), Sources.Malisoux2015, AbstractResults, Reading.Abstract, Certainty.B, Tissue.None, Outcome.AnyInjury);

    /// <summary>Share of running injuries that are of the knee, over 36 studies. [1]</summary>
    public static Cited<Fraction> KneeShareOfInjuries { get; } = new(
        new(0.258), Sources.Fredette2022, AbstractResults, Reading.Abstract, Certainty.A, Tissue.Knee, Outcome.KneeInjury);

    /// <summary>Median time to recover from a knee injury of recreational runners. [weeks]</summary>
    public static Cited<int> KneeRecoveryWeeks { get; } = new(
        8, Sources.Cloosterman2020, AbstractResults, Reading.Abstract, Certainty.B, Tissue.Knee, Outcome.KneeInjury);

    /// <summary>Share who had recovered from a knee injury after 16 months. [1]</summary>
    public static Cited<Fraction> KneeRecovered { get; } = new(
        new(0.71), Sources.Cloosterman2020, AbstractResults, Reading.Abstract, Certainty.B, Tissue.Knee, Outcome.KneeInjury);

    /// <summary>Months after which it was asked. [months]</summary>
    public static Cited<int> KneeRecoveryMonths { get; } = new(
        16, Sources.Cloosterman2020, AbstractResults, Reading.Abstract, Certainty.B, Tissue.Knee, Outcome.KneeInjury);

    /// <summary>Runners whose knee injuries were followed until they recovered. [1]</summary>
    public static Cited<int> KneeRecoveryRunners { get; } = new(
        138, Sources.Cloosterman2020, AbstractResults, Reading.Abstract, Certainty.B, Tissue.Knee, Outcome.KneeInjury);

    /// <summary>Share of these injuries that were of the iliotibial band. [1]</summary>
    public static Cited<Fraction> IliotibialBandShare { get; } = new(
        new(0.232), Sources.Cloosterman2020, AbstractResults, Reading.Abstract, Certainty.B, Tissue.Knee, Outcome.KneeInjury);

    /// <summary>Pain during a run up to which load need not change, of 10. [1]</summary>
    public static Cited<int> AcceptablePain { get; } = new(
        2, Sources.Esculier2018, "protocol of the trial", Reading.SecondSource, Certainty.B, Tissue.KneecapJoint, Outcome.KneecapPain);

    /// <summary>Pain during a run above which to stop, of 10; a rule made for the Achilles tendon, the loosest in use. [1]</summary>
    public static Cited<int> PainToStop { get; } = new(
        5, Sources.Silbernagel2007, "as quoted by leaflets", Reading.SecondSource, Certainty.C, Tissue.Ankle, Outcome.AchillesPain);

    /// <summary>Runners with kneecap pain in the trial that compared education alone with more. [1]</summary>
    public static Cited<int> KneecapPainRunners { get; } = new(
        69, Sources.Esculier2018, "Title and abstract", Reading.Abstract, Certainty.B, Tissue.KneecapJoint, Outcome.KneecapPain);

    /// <summary>Hazard ratio of hip and core exercises shown by a physiotherapist against stretching, injury of the leg. [1]</summary>
    public static Cited<RatioEstimate> HipAndCoreHazard { get; } = new(
        new(0.66, 0.45, 0.97), Sources.RunRct2024, AbstractResults, Reading.Abstract, Certainty.B, Tissue.WholeLeg, Outcome.LegInjury);

    /// <summary>Novices in the trial of hip and core exercises. [1]</summary>
    public static Cited<int> HipAndCoreNovices { get; } = new(
        325, Sources.RunRct2024, AbstractResults, Reading.Abstract, Certainty.B, Tissue.WholeLeg, Outcome.LegInjury);

    /// <summary>Ratio of knee injuries of novices who were taught to land softer. [1]</summary>
    public static Cited<RatioEstimate> SofterLandingRatio { get; } = new(
        new(0.32, 0.16, 0.63),
        Sources.Alexander2022,
        "Abstract, one trial, low certainty by the review",
        Reading.Abstract,
        Certainty.C,
        Tissue.Knee,
        Outcome.KneeInjury);

    /// <summary>Novices in the trial of softer landing. [1]</summary>
    public static Cited<int> SofterLandingNovices { get; } = new(
        320, Sources.Alexander2022, AbstractResults, Reading.Abstract, Certainty.C, Tissue.Knee, Outcome.KneeInjury);

    /// <summary>Ratios of knee injuries in 17 trials of shoes, exercise, graded programmes and advice, which all did not differ: least, most. [1]</summary>
    public static Cited<(double Least, double Most)> OtherPreventionRatios { get; } = new(
        (0.55, 1.06), Sources.Alexander2022, AbstractResults, Reading.Abstract, Certainty.C, Tissue.Knee, Outcome.KneeInjury);

    /// <summary>Trials, and patients in them, behind the best practice guide for kneecap pain. [1]</summary>
    public static Cited<(int Trials, int Patients)> KneecapPainTrials { get; } = new(
        (65, 3796), Sources.Neal2024, AbstractResults, Reading.Abstract, Certainty.A, Tissue.KneecapJoint, Outcome.KneecapPain);

    /// <summary>Injuries in 1,000 h of running with and without warm-up, cool-down and stretching, injury of any site. [per 1,000 h]</summary>
    public static Cited<(double With, double Without)> WarmUpInjuries { get; } = new(
        (5.5, 4.9), Sources.VanMechelen1993, AbstractResults, Reading.Abstract, Certainty.B, Tissue.None, Outcome.AnyInjury);

    /// <summary>Men randomised in the trial of warm-up, and those who finished it. [1]</summary>
    public static Cited<(int Randomised, int Finished)> WarmUpMen { get; } = new(
        (421, 326), Sources.VanMechelen1993, AbstractResults, Reading.Abstract, Certainty.B, Tissue.None, Outcome.AnyInjury);

    /// <summary>Injuries counted in the trial of warm-up, with and without. [1]</summary>
    public static Cited<(int With, int Without)> WarmUpCounts { get; } = new(
        (26, 23), Sources.VanMechelen1993, AbstractResults, Reading.Abstract, Certainty.B, Tissue.None, Outcome.AnyInjury);

    /// <summary>Hazard ratio of rotating more than one pair of shoes, injury of any site. [1]</summary>
    public static Cited<RatioEstimate> ShoeRotationHazard { get; } = new(
        new(0.61, 0.39, 0.97), Sources.Malisoux2015, AbstractResults, Reading.Abstract, Certainty.C, Tissue.None, Outcome.AnyInjury);

    /// <summary>Runners whose shoes were followed. [1]</summary>
    public static Cited<int> ShoeRotationRunners { get; } = new(
        264, Sources.Malisoux2015, AbstractResults, Reading.Abstract, Certainty.C, Tissue.None, Outcome.AnyInjury);

    /// <summary>Hazard ratio of hard against soft shoes, injury of any site. [1]</summary>
    public static Cited<RatioEstimate> HardShoeHazard { get; } = new(
        new(1.52, 1.07, 2.16), Sources.Malisoux2020, AbstractResults, Reading.Abstract, Certainty.C, Tissue.None, Outcome.AnyInjury);

    /// <summary>Hazard ratio of a stiffer midsole in an older trial, injury of any site. [1]</summary>
    public static Cited<RatioEstimate> StifferMidsoleHazard { get; } = new(
        new(0.92, 0.57, 1.48), Sources.Theisen2014, AbstractResults, Reading.Abstract, Certainty.C, Tissue.None, Outcome.AnyInjury);

    /// <summary>Hazard ratio for each kilogram of body mass, injury of any site. [1/kg]</summary>
    public static Cited<RatioEstimate> BodyMassHazard { get; } = new(
        new(1.00, 0.99, 1.01), Sources.Malisoux2020, AbstractResults, Reading.Abstract, Certainty.C, Tissue.None, Outcome.AnyInjury);

    /// <summary>Hazard ratio for each unit of body mass index, injury of any site. [1]</summary>
    public static Cited<RatioEstimate> BodyMassIndexHazard { get; } = new(
        new(1.13, 1.03, 1.23), Sources.Theisen2014, AbstractResults, Reading.Abstract, Certainty.C, Tissue.None, Outcome.AnyInjury);

    /// <summary>Novices whose foot posture was followed. [1]</summary>
    public static Cited<int> FootPostureNovices { get; } = new(
        927, Sources.Nielsen2014Posture, AbstractResults, Reading.Abstract, Certainty.B, Tissue.None, Outcome.AnyInjury);

    /// <summary>Odds ratio of shin injury at 166 steps/min or fewer. [1]</summary>
    public static Cited<RatioEstimate> SlowStepsShinOdds { get; } = new(
        new(6.67, 1.2, 36.7), Sources.Luedke2016, "as quoted by a public repository", Reading.SecondSource, Certainty.C, Tissue.Shin, Outcome.ShinInjury);

    /// <summary>High-school runners whose steps and shins were followed, and those of them with pain at the front of the knee: too few to say. [1]</summary>
    public static Cited<(int Runners, int KneePain)> SlowStepsRunners { get; } = new(
        (68, 3), Sources.Luedke2016, "as quoted by a public repository", Reading.SecondSource, Certainty.C, Tissue.None, Outcome.KneecapPain);

    /// <summary>Energy spent on small bumps against smooth ground, relative change. [1]</summary>
    public static Cited<Fraction> EnergyOnBumps { get; } = new(
        new(0.05), Sources.Voloshina2015, AbstractResults, Reading.Abstract, Certainty.B, Tissue.WholeLeg, Outcome.Energy);

    /// <summary>Runners who ran on small bumps. [1]</summary>
    public static Cited<int> BumpsRunners { get; } = new(
        12, Sources.Voloshina2015, AbstractResults, Reading.Abstract, Certainty.B, Tissue.WholeLeg, Outcome.Energy);

    /// <summary>Shock at the shin on level grass and on concrete. [g]</summary>
    public static Cited<(double Grass, double Concrete)> ShinShock { get; } = new(
        (8.22, 7.47), Sources.Waite2021, AbstractResults, Reading.Abstract, Certainty.C, Tissue.Shin, Outcome.Load);

    /// <summary>Runners whose shock at the shin was the same on five surfaces. [1]</summary>
    public static Cited<int> ShinShockRunners { get; } = new(
        13, Sources.Fu2015, AbstractResults, Reading.Abstract, Certainty.C, Tissue.Shin, Outcome.Load);

    /// <summary>Pressure under the heel on grass against hard ground, relative change from and to. [1]</summary>
    public static Cited<(Fraction From, Fraction To)> HeelPressureOnGrass { get; } = new(
        (new(-0.093), new(-0.166)), Sources.Tessutti2012, AbstractResults, Reading.Abstract, Certainty.C, Tissue.Foot, Outcome.Load);

    /// <summary>Runners whose pressure under the heel was measured on grass. [1]</summary>
    public static Cited<int> HeelPressureRunners { get; } = new(
        47, Sources.Tessutti2012, AbstractResults, Reading.Abstract, Certainty.C, Tissue.Foot, Outcome.Load);

    /// <summary>Standardised difference of peak kneecap stress, forefoot against heel, over four studies. [1]</summary>
    public static Cited<RatioEstimate> ForefootKneecapStress { get; } = new(
        new(-0.71, -1.28, -0.14), Sources.Xu2021, "Abstract, results; table 1 of the review", Reading.Abstract, Certainty.B, Tissue.KneecapJoint, Outcome.Load);

    /// <summary>Standardised difference of the work that the ankle absorbs, forefoot against heel, over two studies. [1]</summary>
    public static Cited<RatioEstimate> ForefootAnkleWork { get; } = new(
        new(2.60, 1.02, 4.18), Sources.Xu2021, "Abstract, results; table 1 of the review", Reading.Abstract, Certainty.C, Tissue.Ankle, Outcome.Load);

    /// <summary>Share with osteoarthritis of hip or knee: recreational runners, competitive runners, and people who do not run. [1]</summary>
    public static Cited<(Fraction Runners, Fraction Competitive, Fraction Sedentary)> Osteoarthritis { get; } = new(
        (new(0.035), new(0.133), new(0.1023)), Sources.AlentornGeli2017, AbstractResults, Reading.Abstract, Certainty.B, Tissue.Knee, Outcome.Osteoarthritis);

    /// <summary>Odds ratio of osteoarthritis of the knee, runners against others. [1]</summary>
    public static Cited<RatioEstimate> KneeOsteoarthritisOdds { get; } = new(
        new(0.97, 0.56, 1.68), Sources.Burfield2023, AbstractResults, Reading.Abstract, Certainty.B, Tissue.Knee, Outcome.Osteoarthritis);

    /// <summary>People in the studies of running and osteoarthritis of the knee. [1]</summary>
    public static Cited<int> KneeOsteoarthritisPeople { get; } = new(
        12_273, Sources.Burfield2023, AbstractResults, Reading.Abstract, Certainty.B, Tissue.Knee, Outcome.Osteoarthritis);

    /// <summary>
    /// Difference of pain from placebo with the two preparations that the article names, and the least that patients would notice, on a scale of 10
    /// cm. [cm]
    /// </summary>
    public static Cited<(double First, double Second, double Noticed)> JointPreparations { get; } = new(
        (-0.4, -0.3, -0.9), Sources.Wandel2010, AbstractResults, Reading.Abstract, Certainty.A, Tissue.Knee, Outcome.Osteoarthritis);

    /// <summary>Patients in the trials of these preparations. [1]</summary>
    public static Cited<int> JointPreparationPatients { get; } = new(
        3803, Sources.Wandel2010, AbstractResults, Reading.Abstract, Certainty.A, Tissue.Knee, Outcome.Osteoarthritis);

    /// <summary>Steps that an injured knee must bear, by the Ottawa knee rules. [1]</summary>
    public static Cited<int> StepsToBear { get; } = new(
        4, Sources.OttawaKneeRules1995, AbstractResults, Reading.Abstract, Certainty.A, Tissue.Knee, Outcome.KneeFracture);
}
