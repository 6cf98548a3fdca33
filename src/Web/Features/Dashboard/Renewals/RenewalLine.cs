using NodaTime;

namespace KneeLoad.Web.Features.Dashboard.Renewals;

/// <summary>The runs that a newer version of the program reads differently.</summary>
/// <param name="Sentence">The changes, counted: "4 runs: distance corrected."</param>
/// <param name="Runs">The newest of the changed runs.</param>
public sealed record RenewalLine(string Sentence, IReadOnlyList<RenewalLine.Run> Runs)
{
    /// <summary>A changed run.</summary>
    /// <param name="Id">Its key.</param>
    /// <param name="Day">Its local day.</param>
    public sealed record Run(Guid Id, LocalDate Day);
}
