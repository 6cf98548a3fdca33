using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Risk;

/// <summary>One session against what came before it.</summary>
internal sealed record SessionJudgement
{
    /// <summary>The session.</summary>
    public required TrainingSession Session { get; init; }

    /// <summary>True when it has a past, but no session in the 30 days before it.</summary>
    public bool IsReturn { get; init; }

    /// <summary>Half of the longest counted session before the break, for a return and while it stands in the window; null else. [m]</summary>
    public Distance? HalfBeforeBreak { get; init; }

    /// <summary>Known sessions in the 30 days before it. [1]</summary>
    public int KnownBefore { get; init; }

    /// <summary>True when a distance in the 30 days before it is unknown.</summary>
    public bool UnknownBefore { get; init; }

    /// <summary>True when the history before it is younger than 30 days.</summary>
    public bool WindowNotFull { get; init; }

    /// <summary>The distance that it is judged by; null when there is none. [m]</summary>
    public Distance? Base { get; init; }

    /// <summary>The kind of the base; null when there is none.</summary>
    public LongestRunBase? BaseKind { get; init; }

    /// <summary>The reason why it was not judged; null when it was.</summary>
    public NotJudged? NotJudged { get; init; }

    /// <summary>Certainty of the ratio; none when it was not judged.</summary>
    public MeasurementQuality Measurement { get; init; }

    /// <summary>Points of the longest run on its own day. [points]</summary>
    public double Points { get; init; }

    /// <summary>Longest known session of 5 to 37 days before it; null when too few are known, or the session was not judged. [m]</summary>
    public Distance? CreepBase { get; init; }

    /// <summary>Points of creep on its own day. [points]</summary>
    public double CreepPoints { get; init; }

    /// <summary>Most metres down of a session in the 30 days before it, at least 100 m; null when too few are known, or its own are not. [m]</summary>
    public Distance? DescentBase { get; init; }

    /// <summary>Points of descent on its own day. [points]</summary>
    public double DescentPoints { get; init; }

    /// <summary>The distance that the ceiling counts it with; null when its own is unknown. [m]</summary>
    public Distance? Counted { get; init; }

    /// <summary>Distance over base, unrounded; null when it was not judged. [1]</summary>
    public double? Ratio => NotJudged is null && Base is { } @base ? Session.Distance / @base : null;
}
