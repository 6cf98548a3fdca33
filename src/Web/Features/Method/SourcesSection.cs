using System.Reflection;
using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Web.Features.Method;

/// <summary>The papers and data sets.</summary>
internal static class SourcesSection
{
    public static MethodSection Make() => new(
        "sources",
        "Papers and data",
        [
            new MethodBlock.Table(
                "Sources",
                ["Source", "Identifier"],
                [
                    .. typeof(Sources).GetProperties(BindingFlags.Public | BindingFlags.Static)
                        .Select(property => (Source)property.GetValue(null)!)
                        .OrderBy(source => source.Citation, StringComparer.Ordinal)
                        .Select(source => (IReadOnlyList<MethodCell>)[source.Citation, new(source.Doi ?? "none found", AddressOf(source))]),
                ]),
        ]);

    /// <summary>Where a paper is found; null where no identifier is known.</summary>
    public static string? AddressOf(Source source) => source.Doi is { } doi ? "https://doi.org/" + doi : null;
}
