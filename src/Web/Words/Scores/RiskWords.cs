using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;

namespace KneeLoad.Web.Words.Scores;

/// <summary>Says levels and certainties; the one place for pages, mail and command line. Never a probability.</summary>
public static class RiskWords
{
    /// <summary>The level in a word.</summary>
    public static string Level(RiskLevel level, Language say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return level is RiskLevel.NoScoreUnder18
            ? say["Risk.Level.NoScoreUnder18", ("age", say.Format.Number(Choices.LastYearsWithoutScore.Value, 0))]
            : say["Risk.Level." + level];
    }

    /// <summary>Name of the level's colour and icon: low, elevated, high or unknown.</summary>
    public static string Tone(RiskLevel level) => level switch
    {
        RiskLevel.Low => "low",
        RiskLevel.Elevated => "elevated",
        RiskLevel.High or RiskLevel.SeeADoctor => "high",
        _ => "unknown",
    };

    /// <summary>The limits of the levels for this runner, in a sentence.</summary>
    public static string Limits(RiskAssessment assessment, Language say)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(say);
        var key = assessment.ElevatedFrom < Choices.ElevatedFrom.Value ? "Risk.LimitsAfterInjury" : "Risk.Limits";
        return say[key, ("elevated", say.Format.Number(assessment.ElevatedFrom, 0)), ("high", say.Format.Number(assessment.HighFrom, 0))];
    }

    /// <summary>The certainty of science, in a few words.</summary>
    public static string Science(Certainty certainty, Language say) => say["Risk.Science." + certainty];

    /// <summary>The certainty of a measurement, in a word.</summary>
    public static string Measurement(MeasurementQuality quality, Language say) => say["Risk.Measurement." + quality];
}
