namespace KneeLoad.Analysis.Evidence;

/// <summary>A paper, a data set, or the page of a health service.</summary>
/// <param name="Id">Short stable name used in replies and files (frandsen-2025).</param>
/// <param name="Citation">Authors, year, journal, in one line.</param>
/// <param name="Doi">Digital object identifier without resolver; null where none was found, or where the one remembered could not be checked.</param>
/// <param name="Page">The address to read it at, where it has no such identifier; each source has one of the two.</param>
public sealed record Source(string Id, string Citation, string? Doi, string? Page = null)
{
    /// <summary>The address to read it at.</summary>
    public string? Address => Doi is null ? Page : "https://doi.org/" + Doi;
}
