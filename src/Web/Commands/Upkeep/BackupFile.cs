using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using KneeLoad.Web.Hosting;

namespace KneeLoad.Web.Commands.Upkeep;

/// <summary>A backup: one zip file with the database first, the originals after it, and a list at the end, so that half a backup is none.</summary>
internal sealed class BackupFile : IDisposable
{
    /// <summary>The database within it: a SQLite file, or the dump of a PostgreSQL database.</summary>
    public const string Database = "database";

    /// <summary>The mark of the installation within it.</summary>
    public const string Mark = "kneeload.id";

    /// <summary>The list of erased accounts within it.</summary>
    public const string Erased = "kneeload.erased";

    private const string List = "backup.json";
    private const string Originals = "originals/";

    private readonly ZipArchive zip;

    private BackupFile(ZipArchive zip) => this.zip = zip;

    /// <summary>Begins a new one.</summary>
    /// <param name="file">Where it is written; it stays open.</param>
    public static BackupFile Write(Stream file) => new(new(file, ZipArchiveMode.Create, leaveOpen: true));

    /// <summary>Opens one that is there.</summary>
    /// <exception cref="SettingException">It is no backup, or one that did not come to its end.</exception>
    public static BackupFile Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new SettingException($"There is no file {path}.");
        }

        try
        {
            return new(ZipFile.OpenRead(path));
        }
        catch (InvalidDataException)
        {
            throw NoBackup(path);
        }
    }

    /// <summary>The list of what it holds.</summary>
    /// <param name="path">Its name, for the sentence where there is no list.</param>
    /// <exception cref="SettingException">There is none.</exception>
    public Contents ReadContents(string path)
    {
        if (zip.GetEntry(List) is not { } entry)
        {
            throw NoBackup(path);
        }

        using var list = entry.Open();
        return JsonSerializer.Deserialize<Contents>(list) ?? throw NoBackup(path);
    }

    /// <summary>Writes the list; nothing comes after it.</summary>
    public void Write(Contents contents)
    {
        using var list = zip.CreateEntry(List).Open();
        JsonSerializer.Serialize(list, contents);
    }

    /// <summary>Takes one file in.</summary>
    public Task AddAsync(string path, string name, CancellationToken cancellation) =>
        zip.CreateEntryFromFileAsync(path, name, CompressionLevel.Fastest, cancellation);

    /// <summary>Gives one file out, flushed to the disk.</summary>
    /// <returns>False when the backup has none of that name.</returns>
    public async Task<bool> ExtractAsync(string name, string path, CancellationToken cancellation)
    {
        if (zip.GetEntry(name) is not { } entry)
        {
            return false;
        }

        await CopyAsync(entry, path, cancellation);
        return true;
    }

    /// <summary>Takes all originals of a folder in, holding each against its hash.</summary>
    /// <returns>How many, and the names of those that do not match; they are copied all the same.</returns>
    public async Task<(int Copied, IReadOnlyList<string> Damaged)> AddOriginalsAsync(string folder, CancellationToken cancellation)
    {
        var damaged = new List<string>();
        var copied = 0;
        foreach (var source in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [])
        {
            var name = Path.GetRelativePath(folder, source).Replace(Path.DirectorySeparatorChar, '/');
            try
            {
                await using var original = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
                await using var copy = await zip.CreateEntry(Originals + name, CompressionLevel.Fastest).OpenAsync(cancellation);
                if (await CopyAsync(original, copy, cancellation) != Path.GetFileName(source))
                {
                    damaged.Add(name);
                }

                copied++;
            }
            catch (FileNotFoundException)
            {
                // Its runner undid it meanwhile.
            }
        }

        return (copied, damaged);
    }

    /// <summary>Gives all originals out into a folder, holding each against its hash.</summary>
    /// <returns>How many, and the names of those that do not match; they are copied all the same.</returns>
    /// <exception cref="SettingException">A name leads out of the folder.</exception>
    public async Task<(int Copied, IReadOnlyList<string> Damaged)> ExtractOriginalsAsync(string folder, CancellationToken cancellation)
    {
        var damaged = new List<string>();
        var copied = 0;
        var within = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith(Originals, StringComparison.Ordinal)))
        {
            var target = Path.GetFullPath(Path.Combine(folder, entry.FullName[Originals.Length..]));
            if (!target.StartsWith(within, StringComparison.Ordinal))
            {
                throw new SettingException($"The backup holds a name that leads out of the data folder: {entry.FullName}");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (await CopyAsync(entry, target, cancellation) != Path.GetFileName(target))
            {
                damaged.Add(entry.FullName[Originals.Length..]);
            }

            copied++;
        }

        return (copied, damaged);
    }

    public void Dispose() => zip.Dispose();

    private static SettingException NoBackup(string path) => new($"{path} is no backup, or one that did not come to its end.");

    private static async Task<string> CopyAsync(ZipArchiveEntry entry, string path, CancellationToken cancellation)
    {
        await using var source = await entry.OpenAsync(cancellation);
        await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var hash = await CopyAsync(source, target, cancellation);
        target.Flush(flushToDisk: true);
        return hash;
    }

    /// <returns>The SHA-256 of what was copied, in hex.</returns>
    private static async Task<string> CopyAsync(Stream source, Stream target, CancellationToken cancellation)
    {
        using var sha = SHA256.Create();
        await using (var hashing = new CryptoStream(target, sha, CryptoStreamMode.Write, leaveOpen: true))
        {
            await source.CopyToAsync(hashing, cancellation);
        }

        return Convert.ToHexStringLower(sha.Hash!);
    }

    /// <summary>The list of what a backup holds.</summary>
    /// <param name="Provider">The database that it was made of.</param>
    /// <param name="Made">When, in UTC.</param>
    /// <param name="Migration">The newest migration of that database.</param>
    /// <param name="Originals">Files. [1]</param>
    internal sealed record Contents(string Provider, DateTime Made, string? Migration, int Originals);
}
