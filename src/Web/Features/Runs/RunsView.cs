using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data.Questions;
using KneeLoad.Web.Features.Runs.Correcting;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Runs;

/// <summary>One page of the list of runs.</summary>
/// <param name="Format">How this runner reads quantities.</param>
/// <param name="Runs">Newest first.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Pages">How many there are.</param>
/// <param name="Total">Activities on all of them. [1]</param>
/// <param name="Deleted">Activities that the runner deleted and that can be brought back. [1]</param>
public sealed record RunsView(RunnerFormat Format, IReadOnlyList<ListedRun> Runs, int Page, int Pages, int Total, int Deleted)
{
    /// <summary>The last click on several runs; null when there is none to tell of.</summary>
    public ClickOnRuns? LastClick { get; init; }

    /// <summary>Things that only the runner knows.</summary>
    public OpenQuestions Open { get; init; } = OpenQuestions.None;

    /// <summary>True when a button was pressed and no run was chosen.</summary>
    public bool NothingChosen { get; init; }
}

/// <summary>An activity with how far it went against what it was judged by.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="SpikeRatio">Distance over the longest of the 30 days before it; null when it was not judged. [1]</param>
public sealed record ListedRun(HistoryRun Activity, double? SpikeRatio)
{
    /// <summary>From this ratio a run is marked, as in the score's own rule. [1]</summary>
    private static readonly double Marked = Analysis.Evidence.Published.SpikeFrom.Value;

    /// <summary>The part by which it went beyond the longest; null when it is no jump. [1]</summary>
    public Fraction? Beyond => SpikeRatio > Marked ? new(SpikeRatio.GetValueOrDefault() - 1) : null;
}
