using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Evidence;

/// <summary>Published numbers that the score, its rows and the advice rest on.</summary>
public static partial class Published
{
    private const string AbstractResults = "Abstract, results";

    /// <summary>Days whose longest session a session is compared with. [d]</summary>
    public static Cited<int> SpikeWindowDays { get; } = new(30, Sources.Frandsen2025, "Abstract, methods", Reading.Abstract, Certainty.B);

    /// <summary>Ratio to the longest session up to which the study saw its reference. [1]</summary>
    public static Cited<double> SpikeFrom { get; } = new(1.10, Sources.Frandsen2025, AbstractResults, Reading.Abstract, Certainty.B);

    /// <summary>Ratio to the longest session at the upper end of the study's first band. [1]</summary>
    public static Cited<double> ModestSpikeUpTo { get; } = new(1.30, Sources.Frandsen2025, AbstractResults, Reading.Abstract, Certainty.B);

    /// <summary>Ratio to the longest session at the upper end of the study's second band. [1]</summary>
    public static Cited<double> LargeSpikeUpTo { get; } = new(2.00, Sources.Frandsen2025, AbstractResults, Reading.Abstract, Certainty.B);

    /// <summary>Hazard rate ratio above 10 and up to 30 % beyond the longest, injury of any site. [1]</summary>
    public static Cited<RatioEstimate> ModestSpikeHazard { get; } =
        new(new(1.64, 1.31, 2.05), Sources.Frandsen2025, AbstractResults, Reading.Abstract, Certainty.B);

    /// <summary>Hazard rate ratio above 30 and up to 100 % beyond the longest, injury of any site. [1]</summary>
    public static Cited<RatioEstimate> LargeSpikeHazard { get; } =
        new(new(1.52, 1.16, 2.00), Sources.Frandsen2025, AbstractResults, Reading.Abstract, Certainty.B);

    /// <summary>Hazard rate ratio above 100 % beyond the longest, injury of any site. [1]</summary>
    public static Cited<RatioEstimate> DoubleSpikeHazard { get; } =
        new(new(2.28, 1.50, 3.48), Sources.Frandsen2025, AbstractResults, Reading.Abstract, Certainty.B);

    /// <summary>Runners in the study of spikes. [1]</summary>
    public static Cited<int> SpikeRunners { get; } = new(5205, Sources.Frandsen2025, AbstractResults, Reading.Abstract, Certainty.B);

    /// <summary>Hazard ratio of novices whose mean weekly progression was above 30 % against below 10 %, injury of any site. [1]</summary>
    public static Cited<RatioEstimate> NoviceGrowthHazard { get; } =
        new(new(1.59, 0.96, 2.66), Sources.Nielsen2014Progression, "as quoted by the review of Damsted 2018", Reading.SecondSource, Certainty.C);

    /// <summary>Mean weekly progression above which that hazard ratio is of. [1]</summary>
    public static Cited<Fraction> NoviceGrowthAbove { get; } =
        new(new(0.30), Sources.Nielsen2014Progression, "as quoted by the review of Damsted 2018", Reading.SecondSource, Certainty.C);

    /// <summary>Odds ratio of an injury eight days after growth above 20 %, a secondary finding that no correction confirmed. [1]</summary>
    public static Cited<RatioEstimate> DelayedGrowthOdds { get; } =
        new(new(1.41, 1.16, 1.72), Sources.Lovdal2021, "secondary test of a re-analysis", Reading.SecondSource, Certainty.C);

    /// <summary>Runners in the re-analysis of delayed injury after growth. [1]</summary>
    public static Cited<int> DelayedGrowthRunners { get; } = new(74, Sources.Lovdal2021, "public rows", Reading.SecondSource, Certainty.C);

    /// <summary>Novices of a 10 % a week programme who were injured, against the standard programme. [1]</summary>
    public static Cited<(Fraction Graded, Fraction Standard)> GradedProgramme { get; } =
        new((new(0.208), new(0.203)), Sources.Buist2008, "as quoted in a table of Fredette 2022", Reading.SecondSource, Certainty.B);

    /// <summary>Weekly growth of the graded programme for novices. [1]</summary>
    public static Cited<Fraction> GradedProgrammeGrowth { get; } =
        new(new(0.10), Sources.Buist2008, "as quoted in a table of Fredette 2022", Reading.SecondSource, Certainty.B);

    /// <summary>Hazard ratio after a previous injury, injury of any site. [1]</summary>
    public static Cited<RatioEstimate> PreviousInjuryHazard { get; } =
        new(new(1.72, 1.11, 2.66), Sources.Malisoux2015, AbstractResults, Reading.Abstract, Certainty.B);

    /// <summary>Area under the curve with which single numbers of load told injured days from others; 0.5 is a coin. [1]</summary>
    public static Cited<(double From, double To)> LoadRuleAreaUnderCurve { get; } =
        new((0.51, 0.57), Sources.Lovdal2021, "single load features", Reading.SecondSource, Certainty.C);

    /// <summary>Odds ratios from a ratio of loads whose denominator was drawn at random: least, most. [1]</summary>
    public static Cited<(double Least, double Most)> RandomRatioOdds { get; } =
        new((1.16, 2.07), Sources.Impellizzeri2020, AbstractResults, Reading.Abstract, Certainty.A);

    /// <summary>Injuries in 1,000 h of running with and without warm-up, cool-down and stretching. [per 1,000 h]</summary>
    public static Cited<(double With, double Without)> WarmUpInjuries { get; } =
        new((5.5, 4.9), Sources.VanMechelen1993, AbstractResults, Reading.Abstract, Certainty.B);

    /// <summary>Runners randomised in the trial of warm-up. [1]</summary>
    public static Cited<int> WarmUpRunners { get; } = new(421, Sources.VanMechelen1993, AbstractResults, Reading.Abstract, Certainty.B);

    /// <summary>Hazard ratio of rotating more than one pair of shoes, injury of any site. [1]</summary>
    public static Cited<RatioEstimate> ShoeRotationHazard { get; } =
        new(new(0.61, 0.39, 0.97), Sources.Malisoux2015, AbstractResults, Reading.Abstract, Certainty.C);

    /// <summary>Runners whose shoes were followed. [1]</summary>
    public static Cited<int> ShoeRotationRunners { get; } = new(264, Sources.Malisoux2015, AbstractResults, Reading.Abstract, Certainty.C);

    /// <summary>Hazard ratio of hard against soft shoes, injury of any site. [1]</summary>
    public static Cited<RatioEstimate> HardShoeHazard { get; } =
        new(new(1.52, 1.07, 2.16), Sources.Malisoux2020, AbstractResults, Reading.Abstract, Certainty.C);

    /// <summary>Hazard ratio of a stiffer midsole in an older trial, injury of any site. [1]</summary>
    public static Cited<RatioEstimate> StifferMidsoleHazard { get; } =
        new(new(0.92, 0.57, 1.48), Sources.Theisen2014, AbstractResults, Reading.Abstract, Certainty.C);

    /// <summary>Hazard ratio for each kilogram of body mass, injury of any site. [1/kg]</summary>
    public static Cited<RatioEstimate> BodyMassHazard { get; } =
        new(new(1.00, 0.99, 1.01), Sources.Malisoux2020, AbstractResults, Reading.Abstract, Certainty.C);

    /// <summary>Hazard ratio for each unit of body mass index, injury of any site. [1]</summary>
    public static Cited<RatioEstimate> BodyMassIndexHazard { get; } =
        new(new(1.13, 1.03, 1.23), Sources.Theisen2014, AbstractResults, Reading.Abstract, Certainty.C);

    /// <summary>Novices whose foot posture was followed. [1]</summary>
    public static Cited<int> FootPostureNovices { get; } = new(927, Sources.Nielsen2014Posture, AbstractResults, Reading.Abstract, Certainty.B);

    /// <summary>Odds ratio of shin injury at 166 steps/min or fewer; pain at the front of the knee was not related. [1]</summary>
    public static Cited<RatioEstimate> SlowStepsShinOdds { get; } =
        new(new(6.67, 1.2, 36.7), Sources.Luedke2016, "as quoted by a public repository", Reading.SecondSource, Certainty.C);

    /// <summary>High-school runners whose steps and shins were followed. [1]</summary>
    public static Cited<int> SlowStepsRunners { get; } =
        new(68, Sources.Luedke2016, "as quoted by a public repository", Reading.SecondSource, Certainty.C);

    /// <summary>Change of step rate at which peak kneecap force was measured. [1]</summary>
    public static Cited<Fraction> FasterSteps { get; } = new(new(0.10), Sources.Lenhart2014, AbstractResults, Reading.Abstract, Certainty.B);

    /// <summary>Peak kneecap force at a step rate 10 % faster, relative change. [1]</summary>
    public static Cited<Fraction> KneecapForceAtFasterSteps { get; } =
        new(new(-0.14), Sources.Lenhart2014, AbstractResults, Reading.Abstract, Certainty.B);

    /// <summary>Energy spent on small bumps against smooth ground, relative change. [1]</summary>
    public static Cited<Fraction> EnergyOnBumps { get; } = new(new(0.05), Sources.Voloshina2015, AbstractResults, Reading.Abstract, Certainty.B);

    /// <summary>Runners who ran on small bumps. [1]</summary>
    public static Cited<int> BumpsRunners { get; } = new(12, Sources.Voloshina2015, AbstractResults, Reading.Abstract, Certainty.B);

    /// <summary>Shock at the shin on level grass and on concrete. [g]</summary>
    public static Cited<(double Grass, double Concrete)> ShinShock { get; } =
        new((8.22, 7.47), Sources.Waite2021, AbstractResults, Reading.Abstract, Certainty.C);

    /// <summary>Pressure under the heel on grass against hard ground, relative change from and to. [1]</summary>
    public static Cited<(Fraction From, Fraction To)> HeelPressureOnGrass { get; } =
        new((new(-0.093), new(-0.166)), Sources.Tessutti2012, AbstractResults, Reading.Abstract, Certainty.C);

    /// <summary>Standardised difference of peak kneecap stress, forefoot against heel. [1]</summary>
    public static Cited<RatioEstimate> ForefootKneecapStress { get; } =
        new(new(-0.71, -1.28, -0.14), Sources.Xu2021, AbstractResults, Reading.Abstract, Certainty.A);

    /// <summary>Standardised difference of the work that the ankle absorbs, forefoot against heel. [1]</summary>
    public static Cited<RatioEstimate> ForefootAnkleWork { get; } =
        new(new(2.60, 1.02, 4.18), Sources.Xu2021, AbstractResults, Reading.Abstract, Certainty.A);

    /// <summary>Share with osteoarthritis of hip or knee: recreational runners, and people who do not run. [1]</summary>
    public static Cited<(Fraction Runners, Fraction Sedentary)> Osteoarthritis { get; } =
        new((new(0.035), new(0.1023)), Sources.AlentornGeli2017, AbstractResults, Reading.Abstract, Certainty.B);

    /// <summary>Pain during a run up to which load need not change, of 10. [1]</summary>
    public static Cited<int> AcceptablePain { get; } = new(2, Sources.Esculier2018, "protocol of the trial", Reading.SecondSource, Certainty.B);

    /// <summary>Pain during a run above which to stop, of 10; a rule made for the Achilles tendon, the loosest in use. [1]</summary>
    public static Cited<int> PainToStop { get; } = new(5, Sources.Silbernagel, "as quoted by leaflets", Reading.SecondSource, Certainty.C);

    /// <summary>Median time that novices took to recover from a running injury of any site. [d]</summary>
    public static Cited<int> NoviceRecovery { get; } = new(71, Sources.DanoRun2014, AbstractResults, Reading.Abstract, Certainty.B);

    /// <summary>Runners with kneecap pain in the trial that compared education alone with more. [1]</summary>
    public static Cited<int> KneecapPainRunners { get; } = new(69, Sources.Esculier2018, "as quoted by reviews", Reading.SecondSource, Certainty.B);
}
