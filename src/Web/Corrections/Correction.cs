using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data.Entities;
using NodaTime;

namespace KneeLoad.Web.Corrections;

/// <summary>One thing that a runner tells of an activity.</summary>
public sealed record Correction
{
    private Correction(CorrectionKind kind) => Kind = kind;

    /// <summary>It counts nowhere, and stays in the list.</summary>
    public static Correction LeaveOut { get; } = new(CorrectionKind.LeftOut);

    /// <summary>It goes from every page.</summary>
    public static Correction Delete { get; } = new(CorrectionKind.Deleted);

    /// <summary>It repeats no other activity.</summary>
    public static Correction NotTheSame { get; } = new(CorrectionKind.NotTheSame);

    /// <summary>It and an equal activity at another hour are one run.</summary>
    public static Correction SameRun { get; } = new(CorrectionKind.SameRun);

    /// <summary>It and an equal activity at another hour are two runs.</summary>
    public static Correction OtherRun { get; } = new(CorrectionKind.OtherRun);

    /// <summary>The thing that is told.</summary>
    public CorrectionKind Kind { get; }

    /// <summary>The kind of activity; null where another thing is told.</summary>
    public RunKind? RunKind { get; private init; }

    /// <summary>The distance; null where another thing is told. [m]</summary>
    public Distance? Distance { get; private init; }

    /// <summary>The start; null where another thing is told.</summary>
    public Instant? Start { get; private init; }

    /// <summary>The calendar day of the start, where the runner was; null where another thing is told.</summary>
    public LocalDate? Day { get; private init; }

    /// <summary>Whether the activity must be analysed again from its original.</summary>
    public static bool ChangesAnalysis(CorrectionKind kind) => kind is CorrectionKind.RunKind or CorrectionKind.Distance or CorrectionKind.Start;

    /// <summary>It was a run, a walk or another sport.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No runner can tell that kind.</exception>
    public static Correction Was(RunKind kind) => CanBeTold(kind)
        ? new(CorrectionKind.RunKind) { RunKind = kind }
        : throw new ArgumentOutOfRangeException(nameof(kind), kind, "No runner can tell that.");

    /// <summary>Whether a runner can tell a kind; the others are found by the analysis alone.</summary>
    public static bool CanBeTold(RunKind kind) => kind is Analysis.Runs.RunKind.Run or Analysis.Runs.RunKind.Walk or Analysis.Runs.RunKind.Other;

    /// <summary>It was so long.</summary>
    /// <exception cref="ArgumentOutOfRangeException">That is no length.</exception>
    public static Correction Measured(Distance distance) => distance.Metres is > 0 and < double.PositiveInfinity
        ? new(CorrectionKind.Distance) { Distance = distance }
        : throw new ArgumentOutOfRangeException(nameof(distance), distance, "That is no length.");

    /// <summary>It began then.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="day">Its calendar day, where the runner was.</param>
    public static Correction Began(Instant moment, LocalDate day) => new(CorrectionKind.Start) { Start = moment, Day = day };
}
