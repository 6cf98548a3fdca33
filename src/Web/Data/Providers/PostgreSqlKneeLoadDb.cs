using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Data.Providers;

/// <summary>The model on PostgreSQL, with migrations of its own.</summary>
public sealed class PostgreSqlKneeLoadDb(DbContextOptions<PostgreSqlKneeLoadDb> options, RowsInSight rows) : KneeLoadDbContext(options, rows);
