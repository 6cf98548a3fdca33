using KneeLoad.Web.Data.Questions;
using KneeLoad.Web.Features.Runs.Correcting;
using KneeLoad.Web.Shared;
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
