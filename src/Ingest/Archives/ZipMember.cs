namespace KneeLoad.Ingest.Archives;

/// <summary>One file in a zip archive, whether its directory names it or it was found without one.</summary>
/// <param name="Name">Its name as the archive has it.</param>
/// <param name="Unpack">Unpacks it and holds it against its checksum; says why where that cannot be.</param>
internal sealed record ZipMember(string Name, Func<ArchiveBudget, Spool> Unpack);
