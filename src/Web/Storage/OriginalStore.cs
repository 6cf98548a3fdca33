using System.Buffers;
using System.Security.Cryptography;
using KneeLoad.Ingest.Archives;
using KneeLoad.Web.Hosting;

namespace KneeLoad.Web.Storage;

/// <summary>
/// The originals, byte for byte, by runner and content hash. A file is written aside, flushed, renamed into place and its
/// directory flushed, so that a name always stands for whole content.
/// </summary>
public sealed class OriginalStore(DataFolder folder)
{
    /// <summary>Largest single file that is taken. [bytes]</summary>
    public const long Limit = 100L << 20;

    /// <summary>Largest archive of files that is taken. [bytes]</summary>
    public const long ArchiveLimit = 4L << 30;

    private const int BufferSize = 1 << 16;

    /// <summary>Longest archive within an uploaded one. [bytes]</summary>
    private const long LongestNested = 1L << 30;

    /// <summary>Most that all archives within uploaded ones hold at one time. [bytes]</summary>
    private const long MostNested = 4L << 30;

    /// <summary>The limits of archives, with room for those within others on the disk of the originals.</summary>
    public ArchiveLimits Archives { get; } = ArchiveLimits.Default with { MaxNestedBytes = LongestNested, Spool = new(folder.Incoming, MostNested) };

    /// <summary>The limit of a file that begins so. [bytes]</summary>
    /// <param name="beginning">Its first <see cref="ArchiveReader.BytesToTell"/> bytes; fewer where it is shorter.</param>
    public static long LimitOf(ReadOnlySpan<byte> beginning) => ArchiveReader.IsArchive(beginning) ? ArchiveLimit : Limit;

    /// <summary>Takes a stream in, hashing as it comes.</summary>
    /// <returns>Null when it is larger than <see cref="Limit"/>; nothing of it stays then.</returns>
    /// <exception cref="IOException">It could not be written; nothing of it stays.</exception>
    public Task<IncomingFile?> ReceiveAsync(Stream content, CancellationToken cancellationToken) => ReceiveAsync(content, Limit, cancellationToken);

    /// <summary>Takes a stream in, hashing as it comes.</summary>
    /// <returns>Null when it is larger than a limit; nothing of it stays then.</returns>
    /// <exception cref="IOException">It could not be written; nothing of it stays.</exception>
    public async Task<IncomingFile?> ReceiveAsync(Stream content, long limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        Directory.CreateDirectory(folder.Incoming);
        var path = Path.Combine(folder.Incoming, Guid.NewGuid().ToString("n"));
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        var whole = false;
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var length = 0L;
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true))
            {
                int read;
                while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
                {
                    length += read;
                    if (length > limit)
                    {
                        return null;
                    }

                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                }

                file.Flush(flushToDisk: true);
            }

            whole = true;
            return new IncomingFile(path, Convert.ToHexStringLower(hash.GetHashAndReset()), length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (!whole)
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>Moves an incoming file to its runner. The same content twice is one file.</summary>
    /// <exception cref="IOException">It could not be made durable; it must not be acknowledged.</exception>
    public void Keep(Guid runnerId, IncomingFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var place = PlaceOf(runnerId, file.Hash);
        var shelf = Path.GetDirectoryName(place)!;
        var runner = Path.GetDirectoryName(shelf)!;
        if (!Directory.Exists(shelf))
        {
            Directory.CreateDirectory(shelf);
            DirectorySync.Flush(runner);
            DirectorySync.Flush(folder.Originals);
            DirectorySync.Flush(folder.Root);
        }

        // A second try of the same change finds it moved.
        if (File.Exists(file.Path) || !File.Exists(place))
        {
            File.Move(file.Path, place, overwrite: true);
        }

        DirectorySync.Flush(shelf);
    }

    /// <summary>Opens an original after holding it against its hash.</summary>
    /// <exception cref="DamagedOriginalException">The stored bytes are no longer what was handed over.</exception>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public async Task<FileStream> OpenVerifiedAsync(Guid runnerId, string hash, CancellationToken cancellationToken)
    {
        var content = new FileStream(
            PlaceOf(runnerId, hash),
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read | FileShare.Delete,
            BufferSize,
            FileOptions.Asynchronous | FileOptions.SequentialScan);
        try
        {
            var found = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
            content.Position = 0;
            return string.Equals(found, hash, StringComparison.Ordinal) ? content : throw new DamagedOriginalException(hash);
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    /// <summary>Deletes an original. That it is gone already is no fault.</summary>
    public void Delete(Guid runnerId, string hash) => File.Delete(PlaceOf(runnerId, hash));

    /// <summary>Deletes all originals of a runner, and the folder.</summary>
    public void DeleteAll(Guid runnerId)
    {
        var place = Path.Combine(folder.Originals, runnerId.ToString("n"));
        if (Directory.Exists(place))
        {
            Directory.Delete(place, recursive: true);
            DirectorySync.Flush(folder.Originals);
        }
    }

    /// <summary>Every stored original, with when it was put there.</summary>
    public IEnumerable<StoredOriginal> All()
    {
        if (!Directory.Exists(folder.Originals))
        {
            yield break;
        }

        foreach (var file in new DirectoryInfo(folder.Originals).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            if (Guid.TryParse(file.Directory?.Parent?.Name, out var runnerId))
            {
                yield return new(runnerId, file.Name, file.LastWriteTimeUtc);
            }
        }
    }

    /// <summary>The runners who have a folder here.</summary>
    public IEnumerable<Guid> Runners() => Directory.Exists(folder.Originals)
        ? Directory.EnumerateDirectories(folder.Originals)
            .Select(path => Guid.TryParse(Path.GetFileName(path), out var id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty)
        : [];

    /// <summary>The originals of one runner.</summary>
    public IEnumerable<StoredOriginal> All(Guid runnerId) =>
        new DirectoryInfo(Path.Combine(folder.Originals, runnerId.ToString("n"))).EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => new StoredOriginal(runnerId, file.Name, file.LastWriteTimeUtc));

    /// <summary>Deletes what came in before a moment and was never kept.</summary>
    /// <param name="before">UTC.</param>
    public void DeleteIncoming(DateTime before)
    {
        if (Directory.Exists(folder.Incoming))
        {
            foreach (var file in new DirectoryInfo(folder.Incoming).EnumerateFiles().Where(file => file.LastWriteTimeUtc < before))
            {
                file.Delete();
            }
        }
    }

    // Both parts are of our own making, never of a runner's file name.
    private string PlaceOf(Guid runnerId, string hash) => Path.Combine(folder.Originals, runnerId.ToString("n"), hash[..2], hash);
}

/// <summary>An original as it lies on disk.</summary>
/// <param name="RunnerId">Whose.</param>
/// <param name="Hash">SHA-256 of what was handed over, hex; its file name.</param>
/// <param name="Written">When the disk says that it was written, UTC.</param>
public readonly record struct StoredOriginal(Guid RunnerId, string Hash, DateTime Written);

/// <summary>A stored original no longer matches its hash: the disk has lost something.</summary>
public sealed class DamagedOriginalException(string hash) : Exception($"The stored original {hash[..12]} no longer matches its hash.");
