using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Scores;
using NodaTime;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>Says what a new version of the model changed.</summary>
internal static class ModelChangeWords
{
    /// <summary>The change in a sentence.</summary>
    public static string Sentence(ModelChange change, LocalDate today, Language say)
    {
        var before = Finding(change.Before, say);
        var now = Finding(change.Now, say);
        return say[
            string.Equals(before, now, StringComparison.Ordinal) ? "Risk.Unchanged" : "Risk.Changed",
            ("from", change.From),
            ("to", change.To),
            ("day", say.Days.Relative(change.Day, today)),
            ("before", before),
            ("now", now)];
    }

    private static string Finding(ShownFinding finding, Language say) => finding.Score is { } score
        ? say["Risk.Finding", ("level", RiskWords.Level(finding.Level, say)), ("points", say.Format.Number(score, 0))]
        : RiskWords.Level(finding.Level, say);
}
