using System.Security.Cryptography;
using System.Text.Json;
using KneeLoad.Web.Shared.Hosting;

namespace KneeLoad.Web.Commands.Upkeep;

/// <summary>A backup as it lies on disk: the database first, the originals after it, and a list that is written last, so that half a backup is none.</summary>
/// <param name="Root">Its folder.</param>
internal sealed record BackupFolder(string Root)
{
    /// <summary>The SQLite database.</summary>
    public string Sqlite => Path.Combine(Root, "kneeload.db");

    /// <summary>The dump of a PostgreSQL database.</summary>
    public string PostgreSql => Path.Combine(Root, "kneeload.pgdump");

    /// <summary>The originals.</summary>
    public string Originals => Path.Combine(Root, "originals");

    /// <summary>The mark of the installation.</summary>
    public string Mark => Path.Combine(Root, "kneeload.id");

    /// <summary>The list of erased accounts.</summary>
    public string Erased => Path.Combine(Root, "kneeload.erased");

    private string List => Path.Combine(Root, "backup.json");

    /// <summary>The list of what it holds.</summary>
    /// <exception cref="SettingException">There is none: this is no backup, or one that did not end.</exception>
    public Contents Read() => File.Exists(List) && JsonSerializer.Deserialize<Contents>(File.ReadAllText(List)) is { } contents
        ? contents
        : throw new SettingException($"{Root} is no backup, or one that did not come to its end.");

    /// <summary>Writes the list.</summary>
    public void Write(Contents contents) => File.WriteAllText(List, JsonSerializer.Serialize(contents));

    /// <summary>Copies all originals from one folder to another, holding each against its hash.</summary>
    /// <returns>How many, and the names of those that do not match; they are copied all the same.</returns>
    public static async Task<(int Copied, IReadOnlyList<string> Damaged)> CopyAsync(string from, string to, CancellationToken cancellation)
    {
        var damaged = new List<string>();
        var copied = 0;
        if (!Directory.Exists(from))
        {
            return (0, []);
        }

        foreach (var source in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, source));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            try
            {
                await using var original = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
                await using var copy = new FileStream(target, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
                await original.CopyToAsync(copy, cancellation);
                copy.Flush(flushToDisk: true);
                copy.Position = 0;
                if (Convert.ToHexStringLower(await SHA256.HashDataAsync(copy, cancellation)) != Path.GetFileName(source))
                {
                    damaged.Add(Path.GetRelativePath(from, source));
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

    /// <summary>The list of what a backup holds.</summary>
    /// <param name="Provider">The database that it was made of.</param>
    /// <param name="Made">When, in UTC.</param>
    /// <param name="Migration">The newest migration of that database.</param>
    /// <param name="Originals">Files. [1]</param>
    internal sealed record Contents(string Provider, DateTime Made, string? Migration, int Originals);
}
