namespace KneeLoad.Analysis.Evidence;

/// <summary>A paper or data set.</summary>
/// <param name="Id">Short stable name used in replies and files (frandsen-2025).</param>
/// <param name="Citation">Authors, year, journal, in one line.</param>
/// <param name="Doi">Digital object identifier without resolver; null where none was found.</param>
public sealed record Source(string Id, string Citation, string? Doi);
