using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Web.Data.Questions;

/// <summary>Things that only the runner knows, and on which runs wait or count twice.</summary>
/// <param name="Copies">The first pairs of runs with the same metres and seconds at other hours, which may be one run in two zones.</param>
/// <param name="Undated">Runs whose day nobody knows; they count nowhere until it is told.</param>
public sealed record OpenQuestions(IReadOnlyList<OpenQuestions.Pair> Copies, IReadOnlyList<OpenQuestions.UndatedRun> Undated)
{
    /// <summary>Nothing to ask.</summary>
    public static OpenQuestions None { get; } = new([], []);

    /// <summary>Pairs are counted up to this many. [1]</summary>
    public const int MostCounted = 100;

    /// <summary>The number of all pairs, counted until it is more than <see cref="MostCounted"/>. [1]</summary>
    public int CopyCount { get; init; } = Copies.Count;

    /// <summary>Two runs that may be one.</summary>
    /// <param name="Earlier">Key of the earlier one.</param>
    /// <param name="Later">Key of the later one.</param>
    /// <param name="Shift">The difference of their starts, in whole quarters of an hour.</param>
    /// <param name="Start">Start of the earlier one.</param>
    public sealed record Pair(Guid Earlier, Guid Later, Duration Shift, Instant Start);

    /// <summary>A run of an unknown day.</summary>
    /// <param name="Id">Its key.</param>
    /// <param name="FileName">Name of its file.</param>
    /// <param name="Distance">Its length; null when unknown. [m]</param>
    public sealed record UndatedRun(Guid Id, string FileName, Distance? Distance);
}
