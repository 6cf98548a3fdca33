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
                        .Select(source => (IReadOnlyList<MethodCell>)[source.Citation, new(source.Doi ?? source.Page ?? "none found: by journal, volume and page, or by venue", source.Address)]),
                ]),
        ]);
}
