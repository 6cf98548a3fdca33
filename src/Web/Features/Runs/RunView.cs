using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Features.Runs.Correcting;
using KneeLoad.Web.Features.Runs.Grounds;
using KneeLoad.Web.Features.Runs.Joining;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Features.Runs;

/// <summary>Everything that a run's page shows.</summary>
public sealed record RunView
{
    /// <summary>The formats in which this runner reads quantities.</summary>
    public required RunnerFormat Format { get; init; }

    /// <summary>The activity.</summary>
    public required HistoryRun Activity { get; init; }

    /// <summary>Distance over what it was judged by; null when it was not judged. [1]</summary>
    public double? SpikeRatio { get; init; }

    /// <summary>The distance that it was judged by; null when it was not judged. [m]</summary>
    public Distance? SpikeBase { get; init; }

    /// <summary>The activity before; null at the first.</summary>
    public Neighbour? Previous { get; init; }

    /// <summary>The activity after; null at the last.</summary>
    public Neighbour? Next { get; init; }

    /// <summary>The activity that this one repeats; null when it counts.</summary>
    public HistoryRun? Repeats { get; init; }

    /// <summary>The activities that repeat this one, and count nowhere for that.</summary>
    public IReadOnlyList<HistoryRun> RepeatedBy { get; init; } = [];

    /// <summary>The activities that cover a part of this one: only the rest of this one counts.</summary>
    public IReadOnlyList<HistoryRun> Overlaps { get; init; } = [];

    /// <summary>The activities of which this one covers a part.</summary>
    public IReadOnlyList<HistoryRun> OverlappedBy { get; init; } = [];

    /// <summary>The runner's corrections of it, each with its undo, in the order in which they were told.</summary>
    public required IReadOnlyList<RunCorrection> Corrections { get; init; }

    /// <summary>Why the last form was not taken; null when it was, or none was sent.</summary>
    public string? Problem { get; init; }

    /// <summary>The start as the form for it shows it.</summary>
    public required LocalDateTime LocalStart { get; init; }

    /// <summary>The upload that it came with.</summary>
    public required Guid UploadId { get; init; }

    /// <summary>True when the runner added it by hand.</summary>
    public bool ByHand { get; init; }

    /// <summary>Name of the file, with the archive's member.</summary>
    public required string FileName { get; init; }

    /// <summary>The remarks of the reader.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Whether there are records to draw.</summary>
    public bool HasTraces { get; init; }

    /// <summary>Splits of one unit of distance; empty where the records hold none.</summary>
    public IReadOnlyList<Split> Splits { get; init; } = [];

    /// <summary>The ground that it was run on.</summary>
    public GroundView Ground { get; init; } = GroundView.Of(mix: null, ground: null, correcting: null);

    /// <summary>The facts of the file alone.</summary>
    public RunMetrics Metrics => Activity.Metrics;

    /// <summary>The load on the knees.</summary>
    public RunLoad Load => Activity.Load;

    /// <summary>The mark that the list gives it.</summary>
    public ListedRun Listed => new(Activity, SpikeRatio);

    /// <summary>The quantities that another recording gave, as the page says them; empty when it gave none.</summary>
    public string Gave(HistoryRun other) =>
        JoinedRunWords.Of(Activity.JoinedWith.FirstOrDefault(file => string.Equals(file.Key, other.Key, StringComparison.Ordinal))?.Gave ?? [], Format.Say);

    /// <summary>The share of an activity that counts, since another covers the rest.</summary>
    public string ShareOf(HistoryRun activity) => Format.Share(activity.JoinedWith.FirstOrDefault(file => file.Share is not null)?.Share);

    /// <summary>One correction as the page says it.</summary>
    public string Sentence(RunCorrection told) => told switch
    {
        { Kind: CorrectionKind.LeftOut } => Format.Say["Runs.Told.LeftOutState"],
        { Kind: CorrectionKind.SameRun } => Format.Say["Runs.Told.SameRun"],
        { Kind: CorrectionKind.OtherRun } => Format.Say["Runs.Told.OtherRun"],
        { Kind: CorrectionKind.NotTheSame } => Format.Say["Runs.Told.NotTheSame"],
        { Kind: CorrectionKind.Distance, Metres: { } metres } => CorrectionWords.Distance(new(metres), Metrics.MeasuredDistance, Format),
        { Kind: CorrectionKind.Start, Day: { } day, Start: { } start } => CorrectionWords.Start(day, start, Metrics.MeasuredStart, Format),
        { RunKind: var kind } => CorrectionWords.Was(kind, Format.Say),
        _ => "",
    };

    /// <summary>The activity before or after.</summary>
    /// <param name="Id">Its key.</param>
    /// <param name="Day">Its local day.</param>
    public sealed record Neighbour(Guid Id, LocalDate Day);
}
