using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Shared;

namespace KneeLoad.Web.Features.Dashboard.Renewals;

/// <summary>Says what a newer version of the program read differently.</summary>
internal static class RenewalWords
{
    /// <summary>One change with the number of its runs.</summary>
    public static string Of(RenewalChange change, int runs) => RunnerFormat.Count(runs, "run", "runs") + ": " + change switch
    {
        RenewalChange.Distance => "distance corrected",
        RenewalChange.Day => "day corrected",
        RenewalChange.Counts => runs == 1 ? "counts as a run now" : "count as runs now",
        _ => runs == 1 ? "counts as a run no more" : "count as runs no more",
    };
}
