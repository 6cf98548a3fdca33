using KneeLoad.Analysis.Advice;

namespace KneeLoad.Web.Features.Causes;

/// <summary>The causes that begin alike.</summary>
/// <param name="Id">Anchor of the group.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Causes">The causes, in the order of the list.</param>
internal sealed record CausesByOnset(string Id, string Title, IReadOnlyList<KneeCause> Causes)
{
    /// <summary>All groups.</summary>
    public static IReadOnlyList<CausesByOnset> All { get; } =
    [
        Of(KneeCauseOnset.Acute, "acute", "At once, with a moment that you remember"),
        Of(KneeCauseOnset.Recurring, "recurring", "Bit by bit, coming back with load"),
        Of(KneeCauseOnset.Both, "either", "Either way"),
    ];

    private static CausesByOnset Of(KneeCauseOnset onset, string id, string title) =>
        new(id, title, [.. KneeCauses.All.Where(cause => cause.Onset == onset)]);
}
