using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace KneeLoad.Web.Data.Providers;

/// <summary>The model on PostgreSQL, with migrations of its own.</summary>
public sealed class PostgreSqlKneeLoadDb(DbContextOptions<PostgreSqlKneeLoadDb> options, RowsInSight rows) : KneeLoadDbContext(options, rows);

/// <summary>Builds the PostgreSQL context for the migration tool; nothing is connected to.</summary>
internal sealed class PostgreSqlKneeLoadDbFactory : IDesignTimeDbContextFactory<PostgreSqlKneeLoadDb>
{
    public PostgreSqlKneeLoadDb CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<PostgreSqlKneeLoadDb>()
            .UseNpgsql("Host=design")
            .Options,
        RowsInSight.All());
}
