using NodaTime;

namespace KneeLoad.Web.Storage;

/// <summary>A map extract as it lies in the folder.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Bytes">Its size. [bytes]</param>
/// <param name="Written">When the disk says that it was written, to the second.</param>
public sealed record MapExtract(string Name, long Bytes, Instant Written);
