using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using KneeLoad.Web.Data;
using KneeLoad.Web.Hosting;
using NodaTime;

namespace KneeLoad.Web.Storage;

/// <summary>
/// Files that come in pieces, by runner. Each is its bytes and a small file with its state; the state never speaks of bytes that are not
/// flushed, so that a kill, a power cut or a full disk costs at most what came since it was last written.
/// </summary>
public sealed class PartialUploads(DataFolder folder, IClock clock)
{
    /// <summary>Most files of one runner that are on their way at one time. [1]</summary>
    public const int MostOpen = 1000;

    /// <summary>So many bytes at most are lost by a kill. [bytes]</summary>
    private const long BetweenFlushes = 32L << 20;

    private const int BufferSize = 1 << 17;
    private const string StateEnding = ".json";
    private const string BytesEnding = ".bytes";
    private const string Finished = "done";

    /// <summary>The files of a runner that still take room, those of which all has come aside.</summary>
    public IEnumerable<PartialUpload> Open(Guid runnerId) => StatesIn(PlaceOf(runnerId));

    /// <summary>The room that is kept for files on their way, by their whole sizes. [bytes]</summary>
    /// <param name="runnerId">Whose.</param>
    /// <param name="besides">A file that is left out; null for none.</param>
    public long Reserved(Guid runnerId, Guid? besides = null)
    {
        var now = clock.GetCurrentInstant();
        return Open(runnerId).Where(partial => partial.Id != besides && !partial.IsExpired(now)).Sum(partial => partial.Bytes);
    }

    /// <summary>Finds a file of a runner; null where the runner has none of that key.</summary>
    public PartialUpload? Find(Guid runnerId, Guid id)
    {
        if (Read(StateOf(runnerId, id)) is not { } partial)
        {
            return Read(DoneOf(runnerId, id));
        }

        // A disk that has lost bytes is believed rather than the state. Of a file whose hash is known the bytes may have been moved already.
        var bytes = new FileInfo(BytesOf(runnerId, id));
        var there = bytes.Exists ? bytes.Length : 0;
        return partial.Hash is null && there < partial.Offset ? partial with { Offset = there } : partial;
    }

    /// <summary>Begins a file.</summary>
    public PartialUpload Create(Guid runnerId, PartialUpload partial)
    {
        ArgumentNullException.ThrowIfNull(partial);
        var place = PlaceOf(runnerId);
        if (!Directory.Exists(place))
        {
            Directory.CreateDirectory(place);
            DirectorySync.Flush(folder.Partial);
            DirectorySync.Flush(folder.Root);
        }

        return Write(StateOf(runnerId, partial.Id), Later(partial));
    }

    /// <summary>Appends a piece to the bytes that are safe, until it ends, is cut or is stopped.</summary>
    /// <exception cref="PartialLockedException">Another process has the file in hand.</exception>
    /// <exception cref="IOException">It could not be written; what was safe before is safe still.</exception>
    public async Task<AppendedPiece> AppendAsync(Guid runnerId, PartialUpload partial, Stream content, PieceChecksum? checksum, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(partial);
        ArgumentNullException.ThrowIfNull(content);
        await using var file = Take(BytesOf(runnerId, partial.Id));
        file.SetLength(partial.Offset);
        file.Position = partial.Offset;
        var state = StateOf(runnerId, partial.Id);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        using var hash = checksum?.Begin();
        try
        {
            var (safe, end) = (partial, PieceEnd.Whole);
            while (await ReadAsync(content, buffer, stop) is var read && read != 0)
            {
                if (read < 0 || file.Position + read > partial.Bytes)
                {
                    end = read < 0 ? PieceEnd.Cut : PieceEnd.TooLong;
                    break;
                }

                hash?.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
                if (hash is null && file.Position - safe.Offset >= BetweenFlushes)
                {
                    safe = Flush(file, state, safe);
                }
            }

            if (hash is not null && !(end is PieceEnd.Whole && checksum!.Matches(hash)))
            {
                // Bytes that nobody has held against their checksum are none.
                file.SetLength(partial.Offset);
                return new(partial, end is PieceEnd.Whole ? PieceEnd.Mismatch : end);
            }

            return new(Flush(file, state, safe), end);
        }
        catch (Exception exception) when (DiskFull.Is(exception))
        {
            // The bytes that nobody was told of make room for the state.
            file.SetLength(Read(state)?.Offset ?? partial.Offset);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Opens the bytes of a file to read; null where they are gone.</summary>
    public FileStream? TryRead(Guid runnerId, Guid id)
    {
        var path = BytesOf(runnerId, id);
        return File.Exists(path) ? new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, useAsync: true) : null;
    }

    /// <summary>Makes of a whole file one that the store can take. Its hash is written down first, so that a move that is cut off can be found again.</summary>
    public async Task<IncomingFile> WholeAsync(Guid runnerId, PartialUpload partial, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(partial);
        var hash = partial.Hash;
        if (TryRead(runnerId, partial.Id) is { } bytes)
        {
            await using (bytes)
            {
                hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellationToken));
            }

            Write(StateOf(runnerId, partial.Id), partial with { Hash = hash });
        }

        return new(BytesOf(runnerId, partial.Id), hash ?? throw new FileNotFoundException("The bytes are gone."), partial.Bytes);
    }

    /// <summary>Notes that a file became an upload. It is remembered for as long as its sender may ask.</summary>
    public void Finish(Guid runnerId, PartialUpload partial, Guid upload)
    {
        ArgumentNullException.ThrowIfNull(partial);
        var done = DoneOf(runnerId, partial.Id);
        Directory.CreateDirectory(Path.GetDirectoryName(done)!);
        Write(done, Later(partial) with { Upload = upload });
        Delete(runnerId, partial.Id);
    }

    /// <summary>Lets go of a file on its way. That it is gone already is no fault.</summary>
    public void Delete(Guid runnerId, Guid id)
    {
        if (Directory.Exists(PlaceOf(runnerId)))
        {
            File.Delete(BytesOf(runnerId, id));
            File.Delete(StateOf(runnerId, id));
        }
    }

    /// <summary>Lets go of all that a runner has on its way.</summary>
    public void DeleteAll(Guid runnerId)
    {
        if (Directory.Exists(PlaceOf(runnerId)))
        {
            Directory.Delete(PlaceOf(runnerId), recursive: true);
            DirectorySync.Flush(folder.Partial);
        }
    }

    /// <summary>Lets go of the bytes whose time is over, and of their states once nobody asks any more.</summary>
    public void Sweep()
    {
        var now = clock.GetCurrentInstant();
        var forgotten = now - Retention.PartialFiles;
        foreach (var file in Directory.Exists(folder.Partial) ? new DirectoryInfo(folder.Partial).GetFiles("*", SearchOption.AllDirectories) : [])
        {
            var state = Read(Path.ChangeExtension(file.FullName, StateEnding));
            var isOver = state switch
            {
                // Of a state that was never whole, and of bytes without one, the disk alone tells the age.
                null => Instant.FromDateTimeUtc(file.LastWriteTimeUtc) < forgotten,
                _ when file.Name.EndsWith(StateEnding, StringComparison.Ordinal) => state.IsExpired(forgotten),
                _ => state.IsExpired(now),
            };
            if (isOver)
            {
                file.Delete();
            }
        }
    }

    // The state follows the bytes, never the other way round.
    private PartialUpload Flush(FileStream file, string state, PartialUpload partial)
    {
        file.Flush(flushToDisk: true);
        return Write(state, Later(partial) with { Offset = file.Position });
    }

    private PartialUpload Later(PartialUpload partial) =>
        partial with { Expires = (clock.GetCurrentInstant() + Retention.PartialFiles).ToUnixTimeMilliseconds() };

    private static async Task<int> ReadAsync(Stream content, byte[] buffer, CancellationToken stop)
    {
        const int Cut = -1;
        try
        {
            return await content.ReadAsync(buffer, stop);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            return Cut;
        }
    }

    private static FileStream Take(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, useAsync: true);
        }
        catch (IOException exception) when (!DiskFull.Is(exception) && File.Exists(path))
        {
            throw new PartialLockedException(exception);
        }
    }

    private static PartialUpload Write(string path, PartialUpload state)
    {
        DurableFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(state));
        return state;
    }

    private static PartialUpload? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<PartialUpload>(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<PartialUpload> StatesIn(string place) => Directory.Exists(place)
        ? Directory.EnumerateFiles(place, "*" + StateEnding).Select(Read).OfType<PartialUpload>()
        : [];

    private string PlaceOf(Guid runnerId) => Path.Combine(folder.Partial, runnerId.ToString("n"));

    private string StateOf(Guid runnerId, Guid id) => Path.Combine(PlaceOf(runnerId), id.ToString("n") + StateEnding);

    private string DoneOf(Guid runnerId, Guid id) => Path.Combine(PlaceOf(runnerId), Finished, id.ToString("n") + StateEnding);

    private string BytesOf(Guid runnerId, Guid id) => Path.Combine(PlaceOf(runnerId), id.ToString("n") + BytesEnding);
}
