using System.Reflection;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Web.Features.Method.Blocks;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Method.Sections;

/// <summary>The papers, data sets and pages.</summary>
internal static class SourcesSection
{
    public static MethodSection Make(RunnerFormat format) => new(
        "sources",
        format.Say["Method.Sources.Title"],
        [
            new MethodBlock.Table(
                format.Say["Method.Sources.Table"],
                [format.Say["Method.Sources.Source"], format.Say["Method.Sources.Identifier"]],
                [
                    .. typeof(Sources).GetProperties(BindingFlags.Public | BindingFlags.Static)
                        .Select(property => (Source)property.GetValue(null)!)
                        .OrderBy(source => source.Citation, StringComparer.Ordinal)
                        .Select(source => (IReadOnlyList<MethodCell>)[
                            MethodCell.OfSource(source) with { Address = null }, new(source.Doi ?? source.Page ?? "", source.Address) { IsQuoted = true },
                        ]),
                ]),
        ]);
}
