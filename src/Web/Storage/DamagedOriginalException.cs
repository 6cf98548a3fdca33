namespace KneeLoad.Web.Storage;

/// <summary>A stored original no longer matches its hash: the disk has lost something.</summary>
public sealed class DamagedOriginalException(string hash) : Exception($"The stored original {hash[..12]} no longer matches its hash.");
