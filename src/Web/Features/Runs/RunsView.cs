using KneeLoad.Web.Shared;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Runs;

/// <summary>One page of the list of runs.</summary>
/// <param name="Format">How this runner reads quantities.</param>
/// <param name="Runs">Newest first.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Pages">How many there are.</param>
/// <param name="Total">Activities on all of them. [1]</param>
public sealed record RunsView(RunnerFormat Format, IReadOnlyList<ListedRun> Runs, int Page, int Pages, int Total);
