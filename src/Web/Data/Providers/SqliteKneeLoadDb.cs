using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace KneeLoad.Web.Data.Providers;

/// <summary>The model on SQLite, with migrations of its own.</summary>
public sealed class SqliteKneeLoadDb(DbContextOptions<SqliteKneeLoadDb> options, RowsInSight rows) : KneeLoadDbContext(options, rows);

/// <summary>Builds the SQLite context for the migration tool; nothing is connected to.</summary>
internal sealed class SqliteKneeLoadDbFactory : IDesignTimeDbContextFactory<SqliteKneeLoadDb>
{
    public SqliteKneeLoadDb CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqliteKneeLoadDb>()
            .UseSqlite("Data Source=design.db")
            .Options,
        RowsInSight.All());
}
