using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Data.Providers;

/// <summary>
/// SQLite's log of changes, beside the database. Deleted rows are overwritten in the database, and stand in the log until it is emptied:
/// so it is, after what a person has taken back.
/// </summary>
public static class WriteAheadLog
{
    /// <summary>With a short patience for readers: a longer one is set anew whenever a connection is opened.</summary>
    private const string EmptyIt = "PRAGMA busy_timeout=2000; PRAGMA wal_checkpoint(TRUNCATE);";
    private const int Tries = 5;

    /// <summary>Empties the log. Where a reader holds it for long, the hourly look does. Nothing happens with another provider.</summary>
    /// <returns>False when a reader held it.</returns>
    public static async Task<bool> EmptyAsync(KneeLoadDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (!db.Database.IsSqlite())
        {
            return true;
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            for (var tries = 1; ; tries++)
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = EmptyIt;
                await using var rows = await command.ExecuteReaderAsync(cancellationToken);
                do
                {
                    if (await rows.ReadAsync(cancellationToken) && rows.FieldCount > 1 && rows.GetInt64(0) == 0)
                    {
                        return true;
                    }
                }
                while (await rows.NextResultAsync(cancellationToken));

                if (tries == Tries)
                {
                    return false;
                }
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
