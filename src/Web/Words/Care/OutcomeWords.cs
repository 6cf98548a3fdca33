using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Web.Words.Care;

/// <summary>Says the outcome, the tissue and the reading of a published number.</summary>
public static class OutcomeWords
{
    /// <summary>The outcome that the study had, as it stands in a sentence: overuse injury of any site.</summary>
    public static string Of(ICited cited, Language say)
    {
        ArgumentNullException.ThrowIfNull(cited);
        return say["Evidence.Outcome." + cited.Outcome];
    }

    /// <summary>The part of the body that was measured: kneecap.</summary>
    public static string Tissue(Tissue tissue, Language say) => say["Evidence.Tissue." + tissue];

    /// <summary>The way in which a published number reached us: abstract.</summary>
    public static string Reading(Reading reading, Language say) => say["Evidence.Reading." + reading];
}
