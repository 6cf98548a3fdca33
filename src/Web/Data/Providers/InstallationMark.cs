using KneeLoad.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Data.Providers;

/// <summary>
/// Holds folder and database together: both say which installation they belong to. A folder or a database that is empty because the
/// wrong disk is mounted is then not taken for a new installation.
/// </summary>
internal sealed class InstallationMark(KneeLoadDbContext db, DataFolder folder, IClock clock)
{
    /// <summary>Compares both, and marks what is new.</summary>
    /// <exception cref="SettingException">They do not belong together.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var inFolder = ReadFolder();
        var stored = await StoredAsync(cancellationToken);
        if (stored is { } id)
        {
            if (inFolder is null && await db.Uploads.AnyAsync(cancellationToken))
            {
                throw new SettingException(
                    $"The data folder {folder.Root} has no {Path.GetFileName(folder.Mark)}, though the database knows of files in it: its disk may "
                        + $"not be mounted. If it is the right folder, write {id} into {folder.Mark}.");
            }

            if (inFolder is { } other && other != id)
            {
                throw new SettingException($"The data folder {folder.Root} belongs to another installation ({other}) than the database ({id}).");
            }

            WriteFolder(id);
            return;
        }

        // Neither, or only the folder, was marked: an earlier version made them, or all is new.
        var knowsFiles = await db.Uploads.AnyAsync(cancellationToken);
        if (knowsFiles ? inFolder is null && !HasOriginals() : HasOriginals())
        {
            throw new SettingException(knowsFiles
                ? $"The database knows of files, but there are none in the data folder {folder.Root}: its disk may not be mounted."
                : $"The database is new, but the data folder {folder.Root} holds originals: put the database back that belongs to them, or choose "
                    + $"another folder.");
        }

        var mine = inFolder ?? Guid.NewGuid();
        WriteFolder(await KeepAsync(mine, cancellationToken));
    }

    private Task<Guid?> StoredAsync(CancellationToken cancellationToken) =>
        db.Installations.AsNoTracking().Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken);

    // Of several processes that start for the first time one writes the row.
    private async Task<Guid> KeepAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            db.Installations.Add(new() { Id = id, Created = clock.GetCurrentInstant() });
            await db.SaveChangesAsync(cancellationToken);
            return id;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await StoredAsync(cancellationToken) is { } other)
            {
                return other;
            }

            throw;
        }
    }

    private Guid? ReadFolder()
    {
        if (!File.Exists(folder.Mark))
        {
            return null;
        }

        return Guid.TryParse(File.ReadAllText(folder.Mark).Trim(), out var id)
            ? id
            : throw new SettingException($"{folder.Mark} does not say which installation the folder belongs to.");
    }

    private void WriteFolder(Guid id)
    {
        if (File.Exists(folder.Mark))
        {
            return;
        }

        // A disk that is full or read-only is no reason not to show what is there.
        try
        {
            var aside = Path.Combine(folder.Root, Path.GetRandomFileName());
            File.WriteAllText(aside, $"{id}\n");
            File.Move(aside, folder.Mark, overwrite: true);
        }
        catch (IOException)
        {
        }
    }

    private bool HasOriginals() => Directory.Exists(folder.Originals) && Directory.EnumerateFiles(folder.Originals, "*", SearchOption.AllDirectories).Any();
}
