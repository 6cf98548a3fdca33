using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Data.Providers;

/// <summary>The model on SQLite, with migrations of its own.</summary>
public sealed class SqliteKneeLoadDb(DbContextOptions<SqliteKneeLoadDb> options, RowsInSight rows) : KneeLoadDbContext(options, rows);
