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
            .. ByTopic(typeof(Published), ConstantTopics.OfPublished, ["Name", "What it is", "Value", "Source", "Place", "Read in", "Sure"], Published),
        ]);

    public static MethodSection MakeChosen() => new(
        "choices",
        "Every number that is our choice",
        [
            new MethodBlock.Paragraph("No paper states these, so research vouches for none of them. Each stands once in the code, under the name below, with the reason for this value and no other."),
            .. ByTopic(
                typeof(Choices),
                ConstantTopics.OfChosen,
                ["Name", "What it is", "Value", "Reason"],
                constant => [constant.Name, constant.Meaning, constant.Value, constant.Part<string>("Reason")]),
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

    private static IEnumerable<MethodBlock> ByTopic(
        Type list, IReadOnlyList<ConstantTopic> topics, IReadOnlyList<string> columns, Func<Constant, IReadOnlyList<MethodCell>> row)
    {
        var constants = Constant.Of(list).ToDictionary(constant => constant.Name, StringComparer.Ordinal);
        var others = constants.Keys.Except(topics.SelectMany(topic => topic.Names), StringComparer.Ordinal).ToArray();
        return topics.Append(new("The ground from a map, and others", others))
            .Where(topic => topic.Names.Length > 0)
            .Select(topic => new MethodBlock.Table(topic.Title, columns, [.. topic.Names.Select(name => row(constants[name]))]));
    }

    private static IReadOnlyList<MethodCell> Published(Constant constant)
    {
        var source = constant.Part<Source>("Source");
        return
        [
            constant.Name,
            constant.Meaning,
            constant.Value,
            new(source.Citation, source.Address),
            constant.Part<string>("Place"),
            Words(constant.Part<Reading>("Reading")),
            constant.Part<Certainty>("Certainty").ToString(),
        ];
    }
}
