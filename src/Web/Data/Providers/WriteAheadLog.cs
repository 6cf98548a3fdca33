using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Data.Providers;

/// <summary>
/// SQLite's log of changes, beside the database. Deleted rows are overwritten in the database, and stand in the log until it is emptied:
/// so it is, after what a person has taken back.
/// </summary>
public static class WriteAheadLog
{
    private const int ShortPatience = 2000;
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
                // The time to wait is set anew whenever a connection is opened.
                command.CommandText = $"PRAGMA busy_timeout={ShortPatience}; PRAGMA wal_checkpoint(TRUNCATE);";
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
