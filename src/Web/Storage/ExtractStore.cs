using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KneeLoad.Ingest.Maps.Osm;
using KneeLoad.Web.Hosting;
using NodaTime;

namespace KneeLoad.Web.Storage;

/// <summary>
/// The folder of map extracts. The owner may drop files there at any time; one that is sent is written aside, looked at as soon
/// as its first bytes are there, and renamed into the folder when it is whole.
/// </summary>
public sealed class ExtractStore(DataFolder folder, ExtractLimit limit)
{
    private const string Ending = ".osm.pbf";
    private const int LongestName = 100;
    private const int BufferSize = 1 << 20;

    /// <summary>The extracts in the folder, by name; null when the folder is not there.</summary>
    public IReadOnlyList<MapExtract>? All() => !Directory.Exists(folder.Maps)
        ? null
        : [.. new DirectoryInfo(folder.Maps).EnumerateFiles("*" + Ending)
            .Where(file => !file.Name.StartsWith('.'))
            .Select(Extract)
            .OfType<MapExtract>()
            .OrderBy(extract => extract.Name, StringComparer.Ordinal)];

    /// <summary>Makes the folder, so that something can be dropped there.</summary>
    public void Create() => Directory.CreateDirectory(folder.Maps);

    /// <summary>The path of an extract.</summary>
    public string PathOf(MapExtract extract)
    {
        ArgumentNullException.ThrowIfNull(extract);
        return Path.Combine(folder.Maps, extract.Name);
    }

    /// <summary>The path of a map's index.</summary>
    public string IndexOf(Guid mapId) => Path.Combine(folder.MapIndexes, mapId.ToString("n") + ".ground");

    /// <summary>SHA-256 over names, sizes and times, hex: the same for the same folder.</summary>
    public static string FingerprintOf(IEnumerable<MapExtract> extracts)
    {
        ArgumentNullException.ThrowIfNull(extracts);
        var lines = extracts.Select(extract => string.Create(
            CultureInfo.InvariantCulture, $"{extract.Name}/{extract.Bytes}/{extract.Written.ToUnixTimeSeconds()}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    /// <summary>Takes an extract in; one of the same name is replaced.</summary>
    /// <exception cref="IOException">It could not be written; nothing of it stays.</exception>
    public async Task<ReceivedExtract> ReceiveAsync(string sentName, Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (NameOf(sentName) is not { } name)
        {
            return ReceivedExtract.Unnamed;
        }

        Directory.CreateDirectory(folder.Incoming);
        Create();
        var path = Path.Combine(folder.Incoming, Guid.NewGuid().ToString("n"));
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true))
            {
                for (var length = 0L; await content.ReadAtLeastAsync(buffer, BufferSize, throwOnEndOfStream: false, cancellationToken) is var read
                    && (read > 0 || length == 0);)
                {
                    if (length == 0 && !ExtractBeginning.IsExtract(buffer.AsSpan(0, Math.Min(read, ExtractBeginning.Length))))
                    {
                        return ReceivedExtract.Foreign;
                    }

                    length += read;
                    if (length > limit.Bytes)
                    {
                        return ReceivedExtract.TooLarge;
                    }

                    await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(path, Path.Combine(folder.Maps, name), overwrite: true);
            DirectorySync.Flush(folder.Maps);
            return ReceivedExtract.Kept;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            File.Delete(path);
        }
    }

    /// <summary>Deletes an extract by its name, as the list shows it.</summary>
    /// <returns>False when there is none of that name.</returns>
    public bool Remove(string name)
    {
        if ((All() ?? []).FirstOrDefault(extract => string.Equals(extract.Name, name, StringComparison.Ordinal)) is not { } extract)
        {
            return false;
        }

        File.Delete(PathOf(extract));
        return true;
    }

    /// <summary>The name that a sent file gets in the folder: letters, digits, point, dash and underscore of what it was called.</summary>
    /// <returns>Null when it does not end as an extract's name does, or nothing is left of it.</returns>
    internal static string? NameOf(string? sent)
    {
        var shown = ShownName.Of(sent);
        if (!shown.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var letters = shown[..^Ending.Length]
            .Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '-')
            .Take(LongestName);
        var name = string.Concat(letters).Trim('-', '.');
        return name.Length == 0 ? null : (IsDevice(name.Split('.')[0]) ? "map-" + name : name) + Ending;
    }

    /// <returns>
    /// Null where nothing can be read: a link that leads nowhere, and what has no size, as pipes and devices, which would be waited for without end.
    /// </returns>
    private static MapExtract? Extract(FileInfo entry)
    {
        try
        {
            var file = entry.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? entry;
            return file is { Exists: true, Length: > 0 }
                ? new(entry.Name, file.Length, Instant.FromUnixTimeSeconds(new DateTimeOffset(file.LastWriteTimeUtc).ToUnixTimeSeconds()))
                : null;
        }
        catch (IOException)
        {
            // Gone since the folder was listed, or links in a circle.
            return null;
        }
    }

    // Windows keeps these names for devices, whatever their ending.
    private static bool IsDevice(string stem) => stem.ToUpperInvariant() switch
    {
        "CON" or "PRN" or "AUX" or "NUL" => true,
        { Length: 4 } name => (name.StartsWith("COM", StringComparison.Ordinal) || name.StartsWith("LPT", StringComparison.Ordinal))
            && char.IsAsciiDigit(name[3]),
        _ => false,
    };
}

/// <summary>The outcome of an extract that was sent.</summary>
public enum ReceivedExtract
{
    /// <summary>It lies in the folder, whole.</summary>
    Kept,

    /// <summary>Its name does not end as an extract's does, or holds nothing but an ending.</summary>
    Unnamed,

    /// <summary>Its first bytes are no extract's.</summary>
    Foreign,

    /// <summary>It is larger than the setting allows.</summary>
    TooLarge,
}

/// <summary>A map extract as it lies in the folder.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Bytes">Its size. [bytes]</param>
/// <param name="Written">When the disk says that it was written, to the second.</param>
public sealed record MapExtract(string Name, long Bytes, Instant Written);
