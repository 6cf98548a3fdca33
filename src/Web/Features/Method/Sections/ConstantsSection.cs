using KneeLoad.Analysis.Evidence;
using KneeLoad.Web.Features.Method.Blocks;
using KneeLoad.Web.Features.Method.Constants;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Care;
using KneeLoad.Web.Words.Scores;

namespace KneeLoad.Web.Features.Method.Sections;

/// <summary>Every number that the model computes with: published ones with their source, ours with the reason.</summary>
/// <remarks>Meanings, values, places and reasons are quoted from the code and marked as its language, English.</remarks>
internal static class ConstantsSection
{
    public static MethodSection MakePublished(RunnerFormat format)
    {
        var say = format.Say;
        return new(
            "published",
            say["Method.Published.Title"],
            [
                new MethodBlock.Paragraph(say["Method.Published.Intro"]),
                new MethodBlock.Items([.. Enum.GetValues<Certainty>().Select(certainty => RiskWords.Science(certainty, say))]),
                .. ByTopic(
                    typeof(Published),
                    ConstantTopics.OfPublished,
                    [
                        say["Method.Constant.Name"], say["Method.Constant.Meaning"], say["Method.Constant.Value"], say["Method.Constant.Tissue"],
                        say["Method.Constant.Outcome"],
                        say["Method.Constant.Source"],
                        say["Method.Constant.Place"],
                        say["Method.Constant.Reading"],
                        say["Method.Constant.Sure"],
                    ],
                    say,
                    constant => Published(constant, say)),
            ]);
    }

    public static MethodSection MakeChosen(RunnerFormat format)
    {
        var say = format.Say;
        return new(
            "choices",
            say["Method.Chosen.Title"],
            [
                new MethodBlock.Paragraph(say["Method.Chosen.Intro"]),
                .. ByTopic(
                    typeof(Choices),
                    ConstantTopics.OfChosen,
                    [say["Method.Constant.Name"], say["Method.Constant.Meaning"], say["Method.Constant.Value"], say["Method.Constant.Reason"]],
                    say,
                    constant => [
                        MethodCell.OfCode(constant.Name),
                        MethodCell.OfCode(constant.Meaning),
                        MethodCell.OfCode(constant.Value),
                        MethodCell.OfCode(constant.Part<string>("Reason")),
                    ]),
            ]);
    }

    private static IEnumerable<MethodBlock> ByTopic(
        Type list, IReadOnlyList<ConstantTopic> topics, IReadOnlyList<string> columns, Language say, Func<Constant, IReadOnlyList<MethodCell>> row)
    {
        var constants = Constant.Of(list).ToDictionary(constant => constant.Name, StringComparer.Ordinal);
        var others = constants.Keys.Except(topics.SelectMany(topic => topic.Names), StringComparer.Ordinal).ToArray();
        return topics.Append(new("Method.Topic.Others", others))
            .Where(topic => topic.Names.Length > 0)
            .Select(topic => new MethodBlock.Table(say[topic.Title], columns, [.. topic.Names.Select(name => row(constants[name]))]));
    }

    private static IReadOnlyList<MethodCell> Published(Constant constant, Language say)
    {
        var cited = (ICited)constant.Stated;
        return
        [
            MethodCell.OfCode(constant.Name),
            MethodCell.OfCode(constant.Meaning),
            MethodCell.OfCode(constant.Value),
            OutcomeWords.Tissue(cited.Tissue, say),
            OutcomeWords.Of(cited, say),
            MethodCell.OfSource(cited.Source),
            MethodCell.OfCode(cited.Place),
            OutcomeWords.Reading(cited.Reading, say),
            cited.Certainty.ToString(),
        ];
    }
}
