using System.IO.MemoryMappedFiles;

namespace KneeLoad.Ingest.Bytes;

/// <summary>A file that is read through the memory map of the system, also by several threads at once.</summary>
internal sealed class MappedFile : IDisposable
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;

    /// <summary>Maps a file; it may be replaced or deleted meanwhile, what is mapped stays.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public MappedFile(string path)
    {
        var opened = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        file = MemoryMappedFile.CreateFromFile(opened, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
    }

    /// <summary>Copies bytes out of the map.</summary>
    /// <exception cref="ArgumentException">They do not lie in the file.</exception>
    public void Read(long from, Span<byte> destination) => view.SafeMemoryMappedViewHandle.ReadSpan((ulong)from, destination);

    /// <inheritdoc/>
    public void Dispose()
    {
        view.Dispose();
        file.Dispose();
    }
}
