namespace KneeLoad.Web.Storage;

/// <summary>A file that has arrived whole and is flushed, but belongs to nobody yet. Disposing it unkept deletes it.</summary>
/// <param name="path">Where it waits.</param>
/// <param name="hash">SHA-256 of its bytes, hex.</param>
/// <param name="bytes">Its size. [bytes]</param>
public sealed class IncomingFile(string path, string hash, long bytes) : IDisposable
{
    /// <summary>The path of the file that waits.</summary>
    internal string Path { get; } = path;

    /// <summary>SHA-256 of its bytes, hex.</summary>
    public string Hash { get; } = hash;

    /// <summary>Its size. [bytes]</summary>
    public long Bytes { get; } = bytes;

    /// <summary>Opens it to read.</summary>
    public FileStream Open() => new(Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1 << 16, useAsync: true);

    /// <inheritdoc/>
    public void Dispose() => File.Delete(Path);
}
