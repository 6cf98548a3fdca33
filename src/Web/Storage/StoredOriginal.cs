namespace KneeLoad.Web.Storage;

/// <summary>An original as it lies on disk.</summary>
/// <param name="RunnerId">Whose.</param>
/// <param name="Hash">SHA-256 of what was handed over, hex; its file name.</param>
/// <param name="Written">When the disk says that it was written, UTC.</param>
public readonly record struct StoredOriginal(Guid RunnerId, string Hash, DateTime Written);
