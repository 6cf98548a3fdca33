using System.Security.Cryptography;
using KneeLoad.Web.Data;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Erasures;

/// <summary>
/// The list of erased accounts, so that no restored backup revives one. It lies in the data folder beside the database, not in it, and
/// holds of each account nothing but a hash of its key, keyed with that of the installation.
/// </summary>
public sealed class ErasedAccounts(DataFolder folder)
{
    private readonly Lock guard = new();

    /// <summary>Whether any account was erased.</summary>
    public bool IsEmpty => !File.Exists(folder.Erased);

    /// <summary>Writes an account down. Once this returns, the line survives a power cut.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public async Task AddAsync(KneeLoadDbContext db, Guid runnerId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var line = LineOf(await KeyAsync(db, cancellationToken), runnerId);
        lock (guard)
        {
            if (Lines().Contains(line))
            {
                return;
            }

            using (var file = new FileStream(folder.Erased, FileMode.Append, FileAccess.Write, FileShare.Read))
            {
                file.Write(System.Text.Encoding.ASCII.GetBytes(line + "\n"));
                file.Flush(flushToDisk: true);
            }

            DirectorySync.Flush(folder.Root);
        }
    }

    /// <summary>Those of some accounts that were erased.</summary>
    public async Task<IReadOnlyList<Guid>> AmongAsync(KneeLoadDbContext db, IEnumerable<Guid> runners, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(runners);
        if (IsEmpty)
        {
            return [];
        }

        var key = await KeyAsync(db, cancellationToken);
        HashSet<string> lines;
        lock (guard)
        {
            lines = Lines();
        }

        return [.. runners.Where(runner => lines.Contains(LineOf(key, runner)))];
    }

    /// <summary>Adds the lines of another list, as a backup carries one.</summary>
    public void Merge(string path)
    {
        lock (guard)
        {
            var lines = Lines();
            var more = File.ReadAllLines(path).Where(line => line.Length > 0 && lines.Add(line)).ToList();
            if (more.Count > 0)
            {
                File.AppendAllLines(folder.Erased, more);
            }
        }
    }

    private static async Task<byte[]> KeyAsync(KneeLoadDbContext db, CancellationToken cancellationToken) =>
        (await db.Installations.AsNoTracking().Select(row => row.Id).SingleAsync(cancellationToken)).ToByteArray(bigEndian: true);

    private static string LineOf(byte[] key, Guid runnerId) => Convert.ToHexStringLower(HMACSHA256.HashData(key, runnerId.ToByteArray(bigEndian: true)));

    private HashSet<string> Lines() => File.Exists(folder.Erased) ? [.. File.ReadAllLines(folder.Erased)] : [];
}
