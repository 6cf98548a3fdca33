using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Features.Runs.Correcting;

/// <summary>The page of deleted runs.</summary>
/// <param name="Format">How this runner reads quantities.</param>
/// <param name="Runs">Newest first.</param>
public sealed record DeletedRunsView(RunnerFormat Format, IReadOnlyList<DeletedRunsView.Run> Runs)
{
    /// <summary>One deleted run.</summary>
    /// <param name="Id">Its key.</param>
    /// <param name="Day">Its local day.</param>
    /// <param name="Distance">Its length; null when unknown. [m]</param>
    /// <param name="FileName">Name of its file.</param>
    public sealed record Run(Guid Id, LocalDate Day, Distance? Distance, string FileName);
}
