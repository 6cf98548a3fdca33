using KneeLoad.Analysis.Evidence;
using KneeLoad.Web.Shared;

namespace KneeLoad.Web.Features.Method;

/// <summary>Every number that the model computes with: published ones with their source, ours with the reason.</summary>
internal static class ConstantsSection
{
    public static MethodSection MakePublished() => new(
        "published",
        "Every published number",
        [
            new MethodBlock.Paragraph(
                "Each stands once in the code, under the name below, with the paper, the place in it, how it reached us, and how sure research is of it. "
                + "A second source is a public repository, a review or a summary that quotes the paper; the paper itself was not reached."),
            new MethodBlock.Items([.. Enum.GetValues<Certainty>().Select(RiskWords.Science)]),
            new MethodBlock.Table(
                "Published numbers",
                ["Name", "What it is", "Value", "Source", "Place", "Read in", "Sure"],
                [.. Constant.Of(typeof(Published)).Select(Published)]),
        ]);

    public static MethodSection MakeChosen() => new(
        "choices",
        "Every number that is our choice",
        [
            new MethodBlock.Paragraph("No paper states these. Each stands once in the code, under the name below, with the reason for this value and no other."),
            new MethodBlock.Table(
                "Our choices",
                ["Name", "What it is", "Value", "Reason"],
                [.. Constant.Of(typeof(Choices)).Select(constant => (IReadOnlyList<MethodCell>)[constant.Name, constant.Meaning, constant.Value, constant.Part<string>("Reason")])]),
        ]);

    /// <summary>How a number reached us, in words.</summary>
    internal static string Words(Reading reading) => reading switch
    {
        Reading.FullText => "full text",
        Reading.Abstract => "abstract",
        Reading.Data => "raw data",
        Reading.SecondSource => "second source",
        _ => throw new ArgumentOutOfRangeException(nameof(reading), reading, null),
    };

    private static IReadOnlyList<MethodCell> Published(Constant constant)
    {
        var source = constant.Part<Source>("Source");
        return
        [
            constant.Name,
            constant.Meaning,
            constant.Value,
            new(source.Citation, SourcesSection.AddressOf(source)),
            constant.Part<string>("Place"),
            Words(constant.Part<Reading>("Reading")),
            constant.Part<Certainty>("Certainty").ToString(),
        ];
    }
}
