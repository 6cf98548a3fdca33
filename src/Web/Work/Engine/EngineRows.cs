using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Providers;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Work.Engine;

/// <summary>
/// The engine's own rows. Jobs carry keys alone, and one whose row of work is gone does nothing; of an erased account not even the key
/// stays. Beside SQLite the engine keeps nothing on disk, and forgets within ten minutes; on SQL Server within a day.
/// </summary>
public sealed class EngineRows(KneeLoadDbContext db, DatabaseChoice database)
{
    /// <summary>Deletes the jobs of some keys, waiting or done.</summary>
    public async Task ForgetAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (database.Provider != DatabaseProvider.PostgreSql)
        {
            return;
        }

        // A restored database has no tables of the engine until it starts.
        if (!(await db.Database.SqlQuery<bool>($"""SELECT to_regclass('hangfire.job') IS NOT NULL AS "Value" """).ToListAsync(cancellationToken)).Contains(
            true))
        {
            return;
        }

        var texts = keys.Select(key => key.ToString()).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""DELETE FROM hangfire.jobqueue WHERE jobid IN (SELECT id FROM hangfire.job WHERE trim(both '"' from arguments::jsonb ->> 1) = ANY ({texts}))""",
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""DELETE FROM hangfire.job WHERE trim(both '"' from arguments::jsonb ->> 1) = ANY ({texts})""", cancellationToken);
    }
}
