using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Evidence;

/// <summary>Published numbers on load that grows, and on how much such rules can tell.</summary>
public static partial class Published
{
    private const string AbstractResults = "Abstract, results";

    /// <summary>Days whose longest session a session is compared with. [d]</summary>
    public static Cited<int> SpikeWindowDays { get; } = new(
        30, Sources.Frandsen2025, "Abstract, methods", Reading.Abstract, Certainty.B, Tissue.None, Outcome.OveruseInjury);

    /// <summary>Ratio to the longest session up to which the study saw its reference. [1]</summary>
    public static Cited<double> SpikeFrom { get; } = new(
        1.10, Sources.Frandsen2025, AbstractResults, Reading.Abstract, Certainty.B, Tissue.None, Outcome.OveruseInjury);

    /// <summary>Ratio to the longest session at the upper end of the study's first band. [1]</summary>
    public static Cited<double> ModestSpikeUpTo { get; } = new(
        1.30, Sources.Frandsen2025, AbstractResults, Reading.Abstract, Certainty.B, Tissue.None, Outcome.OveruseInjury);

    /// <summary>Ratio to the longest session at the upper end of the study's second band. [1]</summary>
    public static Cited<double> LargeSpikeUpTo { get; } = new(
        2.00, Sources.Frandsen2025, AbstractResults, Reading.Abstract, Certainty.B, Tissue.None, Outcome.OveruseInjury);

    /// <summary>Hazard rate ratio in sessions above 10 and up to 30 % beyond the longest, overuse injury of any site. [1]</summary>
    public static Cited<RatioEstimate> ModestSpikeHazard { get; } = new(
        new(1.64, 1.31, 2.05), Sources.Frandsen2025, AbstractResults, Reading.Abstract, Certainty.B, Tissue.None, Outcome.OveruseInjury);

    /// <summary>Hazard rate ratio in sessions above 30 and up to 100 % beyond the longest, overuse injury of any site. [1]</summary>
    public static Cited<RatioEstimate> LargeSpikeHazard { get; } = new(
        new(1.52, 1.16, 2.00), Sources.Frandsen2025, AbstractResults, Reading.Abstract, Certainty.B, Tissue.None, Outcome.OveruseInjury);

    /// <summary>Hazard rate ratio in sessions above 100 % beyond the longest, overuse injury of any site. [1]</summary>
    public static Cited<RatioEstimate> DoubleSpikeHazard { get; } = new(
        new(2.28, 1.50, 3.48), Sources.Frandsen2025, AbstractResults, Reading.Abstract, Certainty.B, Tissue.None, Outcome.OveruseInjury);

    /// <summary>Runners in the study of spikes. [1]</summary>
    public static Cited<int> SpikeRunners { get; } = new(
        5205, Sources.Frandsen2025, AbstractResults, Reading.Abstract, Certainty.B, Tissue.None, Outcome.OveruseInjury);

    /// <summary>
    /// Hazard ratio of novices whose two-week progression was above 30 % against below 10 %, distance-related injuries; for injury of any site the
    /// groups did not differ. [1]
    /// </summary>
    public static Cited<RatioEstimate> NoviceGrowthHazard { get; } = new(
        new(1.59, 0.96, 2.66), Sources.Nielsen2014Progression, AbstractResults, Reading.Abstract, Certainty.C, Tissue.None, Outcome.DistanceRelatedInjury);

    /// <summary>Progression above which that hazard ratio is of. [1]</summary>
    public static Cited<Fraction> NoviceGrowthAbove { get; } = new(
        new(0.30), Sources.Nielsen2014Progression, AbstractResults, Reading.Abstract, Certainty.C, Tissue.None, Outcome.DistanceRelatedInjury);

    /// <summary>Weeks that this progression was taken over. [weeks]</summary>
    public static Cited<int> NoviceGrowthWeeks { get; } = new(
        2, Sources.Nielsen2014Progression, AbstractResults, Reading.Abstract, Certainty.C, Tissue.None, Outcome.DistanceRelatedInjury);

    /// <summary>Novices whose progression was followed. [1]</summary>
    public static Cited<int> NoviceGrowthRunners { get; } = new(
        874, Sources.Nielsen2014Progression, AbstractResults, Reading.Abstract, Certainty.C, Tissue.None, Outcome.DistanceRelatedInjury);

    /// <summary>Hazard ratios of 30 km a week and more against under 20, injury of any site: counted by kilometres run, and by days. [1]</summary>
    public static Cited<(RatioEstimate ByKilometres, RatioEstimate ByDays)> WeeklyDistanceHazard { get; } = new(
        (new(0.40, 0.23, 0.70), new(1.83, 1.12, 3.00)), Sources.Damsted2017, AbstractResults, Reading.Abstract, Certainty.C, Tissue.None, Outcome.AnyInjury);

    /// <summary>Runners whose weekly distance was counted by two clocks. [1]</summary>
    public static Cited<int> WeeklyDistanceRunners { get; } = new(
        553, Sources.Damsted2017, AbstractResults, Reading.Abstract, Certainty.C, Tissue.None, Outcome.AnyInjury);

    /// <summary>Novices of a 10 % a week programme who were injured, against the standard programme, injury of any site. [1]</summary>
    public static Cited<(Fraction Graded, Fraction Standard)> GradedProgramme { get; } = new(
        (new(0.208), new(0.203)), Sources.Buist2008, AbstractResults, Reading.Abstract, Certainty.B, Tissue.None, Outcome.AnyInjury);

    /// <summary>Weekly growth of the graded programme for novices. [1]</summary>
    public static Cited<Fraction> GradedProgrammeGrowth { get; } = new(
        new(0.10), Sources.Buist2008, AbstractResults, Reading.Abstract, Certainty.B, Tissue.None, Outcome.AnyInjury);

    /// <summary>Odds ratios of training load and of volume for knee injuries over 20 studies, least and most. [1]</summary>
    public static Cited<(double Least, double Most)> KneeLoadOdds { get; } = new(
        (1.07, 8.94), Sources.KneeReview2026, AbstractResults, Reading.Abstract, Certainty.C, Tissue.Knee, Outcome.KneeInjury);

    /// <summary>Area under the curve of load ratios alone, with a chronic load that means nothing and with the real one; 0.5 is a coin. [1]</summary>
    public static Cited<(double From, double To)> LoadAloneAreaUnderCurve { get; } = new(
        (0.50, 0.574), Sources.Impellizzeri2020, AbstractResults, Reading.Abstract, Certainty.B, Tissue.None, Outcome.AnyInjury);

    /// <summary>Area under the curve of a rule from answers about 2,736 runners, earlier injury among them, knee injury. [1]</summary>
    public static Cited<double> KneeRuleAreaUnderCurve { get; } = new(
        0.64, Sources.KneeCohortThesis, "Summary, results", Reading.Abstract, Certainty.C, Tissue.Knee, Outcome.KneeInjury);

    /// <summary>Area under the curve from watch and diary of 74 competitive runners together, by week and by day, injury of any site. [1]</summary>
    public static Cited<(double ByWeek, double ByDay)> DiaryAreaUnderCurve { get; } = new(
        (0.678, 0.724), Sources.Lovdal2021, AbstractResults, Reading.Abstract, Certainty.C, Tissue.None, Outcome.AnyInjury);

    /// <summary>
    /// Area under the curve of watch logs and weekly answers of 643 runners, injury of any site: of new injuries, and with last week's state known.
    /// [1]
    /// </summary>
    public static Cited<(double NewInjury, double WithLastWeek)> WeeklyAnswersAreaUnderCurve { get; } = new(
        (0.67, 0.87), Sources.NewYork2026, AbstractResults, Reading.Abstract, Certainty.C, Tissue.None, Outcome.AnyInjury);

    /// <summary>Runners of the study of watch logs and weekly answers. [1]</summary>
    public static Cited<int> WeeklyAnswersRunners { get; } = new(
        643, Sources.NewYork2026, AbstractResults, Reading.Abstract, Certainty.C, Tissue.None, Outcome.AnyInjury);

    /// <summary>Odds ratios from a ratio of loads whose denominator was drawn at random: least, most. [1]</summary>
    public static Cited<(double Least, double Most)> RandomRatioOdds { get; } = new(
        (1.16, 2.07), Sources.Impellizzeri2020, AbstractResults, Reading.Abstract, Certainty.A, Tissue.None, Outcome.AnyInjury);

    /// <summary>Odds ratio from the same ratio of loads with its real denominator. [1]</summary>
    public static Cited<RatioEstimate> RealRatioOdds { get; } = new(
        new(2.45, 1.28, 4.71), Sources.Impellizzeri2020, AbstractResults, Reading.Abstract, Certainty.A, Tissue.None, Outcome.AnyInjury);

    /// <summary>Runners of the largest randomised trial of advice by web, which found no fewer injuries. [1]</summary>
    public static Cited<int> LargestAdviceTrialRunners { get; } = new(
        4050, Sources.Sprint2022, AbstractResults, Reading.Abstract, Certainty.A, Tissue.None, Outcome.AnyInjury);

    /// <summary>Runners of a second such trial, which found no fewer injuries either. [1]</summary>
    public static Cited<int> AdviceTrialRunners { get; } = new(
        2378, Sources.Inspire2019, AbstractResults, Reading.Abstract, Certainty.A, Tissue.None, Outcome.AnyInjury);

    /// <summary>Novices of a third such trial, which found no fewer injuries either. [1]</summary>
    public static Cited<int> NoviceAdviceTrialRunners { get; } = new(
        741, Sources.Runfitcheck2023, AbstractResults, Reading.Abstract, Certainty.B, Tissue.None, Outcome.AnyInjury);

    /// <summary>Trail runners of the one trial whose mails answered their own complaints, and which found fewer injuries. [1]</summary>
    public static Cited<int> TailoredAdviceRunners { get; } = new(
        232, Sources.TrailS62018, AbstractResults, Reading.Abstract, Certainty.C, Tissue.None, Outcome.AnyInjury);

    /// <summary>Change of the share of injured trail runners in that trial. [1]</summary>
    public static Cited<RatioEstimate> TailoredAdviceDifference { get; } = new(
        new(-0.131, -0.233, -0.031), Sources.TrailS62018, AbstractResults, Reading.Abstract, Certainty.C, Tissue.None, Outcome.AnyInjury);
}
