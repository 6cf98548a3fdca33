using KneeLoad.Analysis.Loads;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Risk;

/// <summary>Names the distance that a session's ratio is taken over.</summary>
public enum LongestRunBase
{
    /// <summary>The longest known session of the 30 days before.</summary>
    Longest,

    /// <summary>Half of the longest session before a break of 30 days.</summary>
    HalfBeforeBreak,

    /// <summary>The longest run of the month before the first file, as the runner told it.</summary>
    Told,
}

/// <summary>The session that the rows of longest run, creep and descent speak of.</summary>
/// <param name="RunKey">Key of its first run.</param>
/// <param name="Day">Local day of its first run.</param>
/// <param name="Runs">Number of runs that were joined to it. [1]</param>
/// <param name="Age">Days from its day to the day of the assessment. [d]</param>
public sealed record JudgedSession(string RunKey, LocalDate Day, int Runs, int Age);

/// <summary>One session against the longest of the 30 days before it.</summary>
public sealed record LongestRun : RiskFactor
{
    /// <inheritdoc/>
    public override FactorId Id => FactorId.LongestRun;

    /// <summary>The session whose held points are largest, of equals the latest; null when none was judged.</summary>
    public JudgedSession? Session { get; init; }

    /// <summary>Its distance; null when none was judged. [m]</summary>
    public Distance? Distance { get; init; }

    /// <summary>The distance that it was judged by; null when none was judged. [m]</summary>
    public Distance? Base { get; init; }

    /// <summary>The kind of the base; null when none was judged.</summary>
    public LongestRunBase? BaseKind { get; init; }

    /// <summary>Distance over base, unrounded; null when none was judged. [1]</summary>
    public double? Ratio => Base is { Metres: > 0 } known ? Distance?.Metres / known.Metres : null;

    /// <summary>True when it is the first run after 30 days off.</summary>
    public bool IsReturn { get; init; }

    /// <summary>Points on the session's own day, before they fade, rounded. [points]</summary>
    public int PointsOnItsDay { get; init; }

    /// <summary>Known sessions in the 30 days before it. [1]</summary>
    public int SessionsBefore { get; init; }

    /// <summary>True when a distance in the days before it is unknown and was left out.</summary>
    public bool UnknownDistanceBefore { get; init; }

    /// <summary>True when the first 30 days of the history are not full.</summary>
    public bool WindowNotFull { get; init; }

    /// <summary>True when the session is less than a kilometre longer than its base, so that it has no points whatever the ratio.</summary>
    public bool LessThanLeastExcess { get; init; }

    /// <summary>Sessions of the last 11 days whose own distance is unknown. [1]</summary>
    public int UnknownSessions { get; init; }

    /// <inheritdoc/>
    public override FactorNumbers Numbers => FactorNumbers.Of(Distance?.Metres, Base?.Metres, FactorUnit.Metres);
}

/// <summary>One session against the longest of 5 to 37 days before it: growth in many small steps.</summary>
public sealed record Creep : RiskFactor
{
    /// <inheritdoc/>
    public override FactorId Id => FactorId.Creep;

    /// <summary>The session whose held points are largest, of equals the latest; null when none was judged.</summary>
    public JudgedSession? Session { get; init; }

    /// <summary>Its distance; null when none was judged. [m]</summary>
    public Distance? Distance { get; init; }

    /// <summary>The longest known session of 5 to 37 days before it; null when none was judged. [m]</summary>
    public Distance? Longest { get; init; }

    /// <summary>Points on the session's own day, before they fade, rounded. [points]</summary>
    public int PointsOnItsDay { get; init; }

    /// <inheritdoc/>
    public override FactorNumbers Numbers => FactorNumbers.Of(Distance?.Metres, Longest?.Metres, FactorUnit.Metres);
}

/// <summary>Metres down of one session, measured by a barometer, against the most of the 30 days before it.</summary>
public sealed record Descent : RiskFactor
{
    /// <inheritdoc/>
    public override FactorId Id => FactorId.Descent;

    /// <summary>The session whose held points are largest, of equals the latest; null when none was judged.</summary>
    public JudgedSession? Session { get; init; }

    /// <summary>Metres down on slopes of over 2 %; null when none was judged. [m]</summary>
    public Distance? Down { get; init; }

    /// <summary>The most of a session of the 30 days before it, at least 100 m; null when none was judged. [m]</summary>
    public Distance? Most { get; init; }

    /// <summary>Points on the session's own day, before they fade, rounded. [points]</summary>
    public int PointsOnItsDay { get; init; }

    /// <inheritdoc/>
    public override FactorNumbers Numbers => FactorNumbers.Of(Down?.Metres, Most?.Metres, FactorUnit.Metres);
}

/// <summary>Names the quantity in which a week is compared.</summary>
public enum WeekQuantity
{
    /// <summary>Metres run.</summary>
    Distance,

    /// <summary>Knee load of the runs.</summary>
    KneeLoad,
}

/// <summary>The last 7 days against the largest of the four blocks of 7 days before them, in metres or in knee-kilometres.</summary>
public sealed record Week : RiskFactor
{
    /// <inheritdoc/>
    public override FactorId Id => FactorId.Week;

    /// <summary>The quantity whose ratio is larger; null when not judged.</summary>
    public WeekQuantity? Quantity { get; init; }

    /// <summary>The metres of the week and of the blocks; null when not judged or a distance is unknown.</summary>
    public WeekAmounts<Distance>? Distance { get; init; }

    /// <summary>The knee load of the week's and the blocks' runs; null when not judged or a load is unknown.</summary>
    public WeekAmounts<KneeKilometres>? KneeLoad { get; init; }

    /// <inheritdoc/>
    public override FactorNumbers Numbers => Quantity switch
    {
        WeekQuantity.Distance => FactorNumbers.Of(Distance?.Week.Metres, Distance?.Most.Metres, FactorUnit.Metres),
        WeekQuantity.KneeLoad => FactorNumbers.Of(KneeLoad?.Week.Value, KneeLoad?.Most.Value, FactorUnit.KneeKilometres),
        _ => new(null, null, null, FactorUnit.Metres),
    };
}

/// <summary>One quantity of the last 7 days beside the four blocks of 7 days before them.</summary>
/// <typeparam name="T">The quantity.</typeparam>
/// <param name="Week">The last 7 days.</param>
/// <param name="Most">The largest of the four blocks.</param>
/// <param name="Usual">The median of the blocks that hold a run.</param>
public sealed record WeekAmounts<T>(T Week, T Most, T Usual)
    where T : struct;
