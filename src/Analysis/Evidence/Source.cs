namespace KneeLoad.Analysis.Evidence;

/// <summary>A paper or data set.</summary>
/// <param name="Id">Short stable name used in replies and files (frandsen-2025).</param>
/// <param name="Citation">Authors, year, journal, in one line.</param>
/// <param name="Doi">Digital object identifier without resolver; null where none was found.</param>
/// <param name="Page">Where it can be read, where it has no such identifier; null where neither was found, and the citation names journal and page, or the venue.</param>
public sealed record Source(string Id, string Citation, string? Doi, string? Page = null)
{
    /// <summary>Where it can be read; null where no address is known.</summary>
    public string? Address => Doi is null ? Page : "https://doi.org/" + Doi;
}
