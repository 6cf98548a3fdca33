using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Web.Words.Care;

/// <summary>Says the causes of knee pain: names and typical signs, no diagnosis.</summary>
public static class CauseWords
{
    private const int CentimetresOfScale = 10;

    /// <summary>Name of a cause.</summary>
    public static string Name(KneeCauseId id, Language say) => say["Causes.Name." + id];

    /// <summary>Its typical signs.</summary>
    public static string Signs(KneeCauseId id, Language say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return say[
            "Causes.Signs." + id,
            ("novices", say.Format.Number(Published.FootPostureNovices.Value, 0)),
            ("outcome", OutcomeWords.Of(Published.FootPostureNovices, say))];
    }

    /// <summary>The article's claim of it; null where it does not name it.</summary>
    public static string? OfArticle(KneeCause cause, Language say)
    {
        ArgumentNullException.ThrowIfNull(cause);
        return cause.Claim is { } claim ? say["Causes.Article", ("claim", ArticleWords.Claim(claim, say))] : null;
    }

    /// <summary>A sign that wants a doctor first, and how soon.</summary>
    public static string Sign(RedFlagRow row, Language say)
    {
        ArgumentNullException.ThrowIfNull(row);
        return say["Causes.Sign", ("sign", RedFlagWords.Sign(row.Flag, say)), ("urgency", RedFlagWords.Urgency(row.Urgency, say))];
    }

    /// <summary>That runners have no more osteoarthritis than others, with its limits.</summary>
    public static string Reassurance(Language say)
    {
        ArgumentNullException.ThrowIfNull(say);
        var format = say.Format;
        var (runners, competitive, sedentary) = Published.Osteoarthritis.Value;
        string Share(double share) => format.Value(100 * share, 1, "Units.Percent");
        var odds = Published.KneeOsteoarthritisOdds.Value;
        return say[
            "Causes.Reassurance",
            ("outcome", OutcomeWords.Of(Published.KneeOsteoarthritisOdds, say)),
            ("people", format.Number(Published.KneeOsteoarthritisPeople.Value, 0)),
            ("odds", format.Number(odds.Value, 2)),
            ("low", format.Number(odds.Low, 2)),
            ("high", format.Number(odds.High, 2)),
            ("runners", Share(runners.Value)),
            ("competitive", Share(competitive.Value)),
            ("sedentary", Share(sedentary.Value))];
    }

    /// <summary>The findings of trials on the preparations that the article names.</summary>
    public static string Preparations(Language say)
    {
        ArgumentNullException.ThrowIfNull(say);
        var format = say.Format;
        var (glucosamine, chondroitin, noticed) = Published.JointPreparations.Value;
        return say[
            "Causes.Preparations",
            ("patients", format.Number(Published.JointPreparationPatients.Value, 0)),
            ("glucosamine", format.Number(-glucosamine, 1)),
            ("chondroitin", format.Number(-chondroitin, 1)),
            ("noticed", format.Number(-noticed, 1)),
            ("scale", format.Number(CentimetresOfScale, 0))];
    }
}
