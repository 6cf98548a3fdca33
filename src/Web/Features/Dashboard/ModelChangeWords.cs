using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Shared;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>Says what a new version of the model changed.</summary>
internal static class ModelChangeWords
{
    /// <summary>The change in a sentence.</summary>
    public static string Sentence(ModelChange change, LocalDate today)
    {
        var before = Finding(change.Before);
        var now = Finding(change.Now);
        return $"The model changed from version {change.From} to {change.To}. Of {DayFormat.Relative(change.Day, today)} it said {before}; from the same inputs it "
            + (string.Equals(before, now, StringComparison.Ordinal) ? "still says so." : $"now says {now}.");
    }

    private static string Finding(RiskAssessment assessment) =>
        assessment.Score is { } score ? $"{RiskWords.Level(assessment.Level).ToLowerInvariant()}, {score} points" : RiskWords.Level(assessment.Level).ToLowerInvariant();
}
