using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Web.Words.Care;

/// <summary>Says the claims of the article this began from, in our own words. Only its claims, by number: nothing is put into its mouth.</summary>
public static class ArticleWords
{
    /// <summary>A claim in one sentence.</summary>
    /// <exception cref="ArgumentException">The claim is one that is never passed on.</exception>
    public static string Claim(ArticleClaim claim, Language say)
    {
        ArgumentNullException.ThrowIfNull(say);
        var (from, to) = Article.CoolingTimes;
        return say[
            "Article.Claim." + claim,
            ("minutes", say.Format.Number(Article.CoolingMinutes, 0)),
            ("from", say.Format.Number(from, 0)),
            ("to", say.Format.Number(to, 0))];
    }

    /// <summary>Several claims after each other; null where there are none.</summary>
    public static string? Claims(IReadOnlyList<ArticleClaim> claims, Language say)
    {
        ArgumentNullException.ThrowIfNull(claims);
        return claims.Count == 0 ? null : string.Join(' ', claims.Select(claim => Claim(claim, say)));
    }
}
