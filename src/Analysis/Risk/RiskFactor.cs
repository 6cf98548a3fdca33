using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Analysis.Risk;

/// <summary>Names a row of the score. The first four measure a sudden load increase; the largest of them counts.</summary>
public enum FactorId
{
    /// <summary>One session against the longest of the 30 days before it. 0 to 85 points.</summary>
    LongestRun,

    /// <summary>One session against the longest of 5 to 37 days before it: many small steps. 0 to 48 points.</summary>
    Creep,

    /// <summary>Metres down of one session against the most of the 30 days before it. 0 to 34 points.</summary>
    Descent,

    /// <summary>The last 7 days against the largest of the four blocks of 7 days before them. 0 to 43 points.</summary>
    Week,

    /// <summary>Share of hard ground in 28 days. 0 to 9 points.</summary>
    HardSurface,

    /// <summary>Share of steps on the heel in 28 days. 0 to 6 points.</summary>
    HeelStrike,
}

/// <summary>
/// One row of the score, also with 0 points. A row holds facts: an enumeration and quantities. What it says to a person is made elsewhere.
/// Of the four load measures only the one that counts adds its points.
/// </summary>
public abstract record RiskFactor
{
    /// <summary>The row's name.</summary>
    public abstract FactorId Id { get; }

    /// <summary>Points of this row, rounded half away from zero; 0 when it was not judged. [points]</summary>
    public required int Points { get; init; }

    /// <summary>True when the points are part of the score: always for the precautions, and for the largest of the four load measures.</summary>
    public required bool Counts { get; init; }

    /// <summary>Certainty of this measurement; <see cref="MeasurementQuality.None"/> when the row was not judged.</summary>
    public required MeasurementQuality Measurement { get; init; }

    /// <summary>The reason why the row was not judged; null when it was.</summary>
    public NotJudged? NotJudged { get; init; }

    /// <summary>The most points that this row can give. [points]</summary>
    public int MostPoints => FactorEvidence.MostPointsOf(Id);

    /// <summary>Certainty of the science behind the rule.</summary>
    public Certainty Science => FactorEvidence.CertaintyOf(Id);

    /// <summary>Papers that the rule rests on, or that speak against it.</summary>
    public IReadOnlyList<Source> Sources => FactorEvidence.SourcesOf(Id);

    /// <summary>True for the four measures of a sudden load increase.</summary>
    public bool IsLoadMeasure => Id is FactorId.LongestRun or FactorId.Creep or FactorId.Descent or FactorId.Week;

    /// <summary>The same row as plain numbers, for tables and files.</summary>
    public abstract FactorNumbers Numbers { get; }
}

/// <summary>A row's plain numbers.</summary>
/// <param name="Measured">The measured value; null when not judged. [<paramref name="Unit"/>]</param>
/// <param name="Usual">The runner's usual that it was held against; null when there is none. [<paramref name="Unit"/>]</param>
/// <param name="Ratio">Measured over usual, unrounded; null when either is missing or the usual is zero. [1]</param>
/// <param name="Unit">Unit of measured and usual.</param>
public readonly record struct FactorNumbers(double? Measured, double? Usual, double? Ratio, FactorUnit Unit)
{
    /// <summary>Numbers whose ratio is their quotient.</summary>
    public static FactorNumbers Of(double? measured, double? usual, FactorUnit unit) =>
        new(measured, usual, usual > 0 ? measured / usual : null, unit);
}

/// <summary>Names the unit of a row's numbers.</summary>
public enum FactorUnit
{
    /// <summary>Metres. [m]</summary>
    Metres,

    /// <summary>Knee-kilometres. [knee-km]</summary>
    KneeKilometres,

    /// <summary>A share. [1]</summary>
    Share,

    /// <summary>Steps of both feet in a minute. [steps/min]</summary>
    StepsPerMinute,

    /// <summary>A ratio or an index. [1]</summary>
    One,
}

/// <summary>The certainty of one measurement.</summary>
public enum MeasurementQuality
{
    /// <summary>Not judged.</summary>
    None,

    /// <summary>Rests on little.</summary>
    Poor,

    /// <summary>Parts are unknown or told.</summary>
    Fair,

    /// <summary>All that the rule needs was measured.</summary>
    Good,
}

/// <summary>Names the reason why a row of the score was not judged.</summary>
public enum NotJudged
{
    /// <summary>No session lies in the last 11 days.</summary>
    NoRecentSession,

    /// <summary>The history is too young for the window that it would be compared with.</summary>
    WindowNotFull,

    /// <summary>A return after 30 days off, and no known distance before the break.</summary>
    ReturnWithoutPast,

    /// <summary>The distance of the session, or of a run of the weeks compared, is unknown.</summary>
    DistanceUnknown,

    /// <summary>No session that it would be compared with has a known distance.</summary>
    NoKnownBase,

    /// <summary>Too few sessions or weeks with a run lie in the window that it would be compared with.</summary>
    TooFewBefore,

    /// <summary>No barometer measured the descent.</summary>
    NoBarometer,

    /// <summary>No map was asked about these runs.</summary>
    NoMap,

    /// <summary>The surface of more than half of the metres is unknown.</summary>
    SurfaceUnknown,

    /// <summary>No sensor recorded the foot strike on enough runs, and the runner told none in the last 12 months.</summary>
    FootStrikeUnknown,

    /// <summary>No run lies in the 28 days.</summary>
    NoRun,
}

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
