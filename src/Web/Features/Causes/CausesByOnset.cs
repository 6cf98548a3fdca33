using KneeLoad.Analysis.Advice;

namespace KneeLoad.Web.Features.Causes;

/// <summary>A group of causes: the two commonest of runners, then those that begin alike.</summary>
/// <param name="Id">Anchor of the group.</param>
/// <param name="TitleKey">Topic and name of its heading.</param>
/// <param name="Causes">The causes, in the order of the list.</param>
internal sealed record CausesByOnset(string Id, string TitleKey, IReadOnlyList<KneeCause> Causes)
{
    private static readonly KneeCauseId[] Commonest = [KneeCauseId.Kneecap, KneeCauseId.IliotibialBand];

    /// <summary>All groups.</summary>
    public static IReadOnlyList<CausesByOnset> All { get; } =
    [
        new("commonest", "Causes.Commonest", [.. KneeCauses.All.Where(cause => Commonest.Contains(cause.Id))]),
        Of(KneeCauseOnset.Acute, "acute"),
        Of(KneeCauseOnset.Recurring, "recurring"),
        Of(KneeCauseOnset.Both, "either"),
    ];

    private static CausesByOnset Of(KneeCauseOnset onset, string id) =>
        new(id, "Causes.Onset." + onset, [.. KneeCauses.All.Where(cause => cause.Onset == onset && !Commonest.Contains(cause.Id))]);
}
