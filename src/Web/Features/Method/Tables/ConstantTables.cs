using KneeLoad.Analysis.Evidence;
using KneeLoad.Web.Features.Method.Constants;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Care;

namespace KneeLoad.Web.Features.Method.Tables;

/// <summary>Every number that the model computes with: published ones with their source, ours with the reason.</summary>
/// <remarks>Meanings, values, places and reasons are quoted from the code and marked as its language, English.</remarks>
internal static class ConstantTables
{
    /// <summary>The constants of a topic.</summary>
    public static MethodTable Of(ConstantTopic topic, Language say)
    {
        string[] columns = topic.Constants[0].Stated is ICited
            ? ["Name", "Meaning", "Value", "Tissue", "Outcome", "Source", "Place", "Reading", "Sure"]
            : ["Name", "Meaning", "Value", "Reason"];
        return new(
            Caption: null,
            [.. columns.Select(column => say["Method.Constant." + column])],
            [.. topic.Constants.Select(constant => Row(constant, say))]);
    }

    private static IReadOnlyList<MethodCell> Row(Constant constant, Language say)
    {
        MethodCell[] first = [MethodCell.OfCode(constant.Name), MethodCell.OfCode(constant.Meaning), MethodCell.OfCode(constant.Value)];
        return constant.Stated is ICited cited
            ?
            [
                .. first,
                OutcomeWords.Tissue(cited.Tissue, say),
                OutcomeWords.Of(cited, say),
                MethodCell.OfSource(cited.Source),
                MethodCell.OfCode(cited.Place),
                OutcomeWords.Reading(cited.Reading, say),
                cited.Certainty.ToString(),
            ]
            : [.. first, MethodCell.OfCode(constant.Part<string>("Reason"))];
    }
}
