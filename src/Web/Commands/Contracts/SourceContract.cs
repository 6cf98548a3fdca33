using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Web.Commands.Contracts;

/// <summary>A paper in JSON.</summary>
internal sealed record SourceContract(string Id, string Citation, string? Doi)
{
    public static IReadOnlyList<SourceContract> Of(IReadOnlyList<Source> sources) =>
        [.. sources.Select(source => new SourceContract(source.Id, source.Citation, source.Doi))];
}
