using System.Formats.Tar;

namespace KneeLoad.Ingest.Archives;

/// <summary>The files of a tar archive in their order (POSIX ustar and pax, GNU tar). Links, folders and devices are passed over.</summary>
internal sealed class TarWalk : IDisposable
{
    private readonly TarReader reader;

    /// <summary>A walk from an archive's beginning.</summary>
    /// <param name="content">The archive. Must be able to seek; stays open.</param>
    public TarWalk(Stream content) => reader = new TarReader(content, leaveOpen: true);

    /// <summary>Whether the walk ended at damage.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>The next file; null at the end, or at damage.</summary>
    public ZipMember? Next()
    {
        try
        {
            while (reader.GetNextEntry() is { } entry)
            {
                if (entry is { EntryType: TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile, DataStream: { } data })
                {
                    return new ZipMember(entry.Name, (budget, use) => Spool.Of(use, data, entry.Length, null, budget));
                }

                if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
                {
                    return new ZipMember(entry.Name, (budget, use) => Spool.Of(use, Stream.Null, 0, null, budget));
                }
            }
        }
        catch (Exception exception)
            when (exception is InvalidDataException
                or EndOfStreamException
                or FormatException
                or ArgumentException
                or NotSupportedException
                or OverflowException)
        {
            IsDamaged = true;
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();
}
