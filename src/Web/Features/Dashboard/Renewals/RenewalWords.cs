using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Dashboard.Renewals;

/// <summary>Says what a newer version of the program read differently.</summary>
internal static class RenewalWords
{
    /// <summary>One change with the number of its runs.</summary>
    public static string Of(RenewalChange change, int runs, Language say) => say.Count("Dashboard.Renewal." + change, runs);
}
