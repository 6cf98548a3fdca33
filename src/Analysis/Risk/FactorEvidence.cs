using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Analysis.Risk;

/// <summary>Most points, certainty and papers of the rows of the score.</summary>
internal static class FactorEvidence
{
    public static int MostPointsOf(FactorId id) => id switch
    {
        FactorId.LongestRun => Choices.DoublePoints.Value,
        FactorId.Creep => Choices.SpikePoints.Value,
        FactorId.Descent => Choices.MostDescentPoints.Value,
        FactorId.Week => Choices.WeekPoints.Value[0].Points,
        FactorId.HardSurface => Choices.MostHardSurfacePoints.Value,
        FactorId.HeelStrike => Choices.MostHeelStrikePoints.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(id)),
    };

    public static Certainty CertaintyOf(FactorId id) => id switch
    {
        FactorId.LongestRun => Certainty.B,
        FactorId.Creep or FactorId.Week or FactorId.HeelStrike => Certainty.C,
        FactorId.Descent or FactorId.HardSurface => Certainty.D,
        _ => throw new ArgumentOutOfRangeException(nameof(id)),
    };

    public static IReadOnlyList<Source> SourcesOf(FactorId id) => id switch
    {
        FactorId.LongestRun or FactorId.Creep => [Sources.Frandsen2025],
        FactorId.Descent => [Sources.VanHooren2024],
        FactorId.Week => [Sources.Nielsen2014Progression, Sources.KneeReview2026, Sources.Damsted2017, Sources.Frandsen2025, Sources.Buist2008],
        FactorId.HardSurface => [Sources.VanDerWorp2015, Sources.Tessutti2012, Sources.Fu2015, Sources.Waite2021],
        FactorId.HeelStrike => [Sources.Anderson2020, Sources.Burke2023, Sources.Xu2021],
        _ => throw new ArgumentOutOfRangeException(nameof(id)),
    };
}
