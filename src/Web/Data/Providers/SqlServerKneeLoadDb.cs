using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace KneeLoad.Web.Data.Providers;

/// <summary>The model on SQL Server, with migrations of its own.</summary>
public sealed class SqlServerKneeLoadDb(DbContextOptions<SqlServerKneeLoadDb> options, RowsInSight rows) : KneeLoadDbContext(options, rows)
{
    /// <summary>Compares texts letter for letter. The server's own rule may take two different mail addresses for one.</summary>
    public const string Exact = "Latin1_General_100_BIN2";

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Runner>().HasIndex(row => row.IsOwner).HasFilter("[IsOwner] = 1");
        builder.Entity<Upload>().HasIndex(row => new { row.RunnerId, row.ContentHash }).HasFilter("[DuplicateOfId] IS NULL");
        builder.Entity<Run>().HasIndex(row => new { row.RunnerId, row.Start }, "IX_Runs_Copies").HasFilter("[CopyId] IS NOT NULL");
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(type => type.GetDeclaredProperties()))
        {
            if ((property.GetProviderClrType() ?? property.ClrType) == typeof(string) && (property.IsKey() || property.IsForeignKey() || property.IsIndex()))
            {
                property.SetCollation(Exact);
            }
        }
    }
}

/// <summary>Builds the SQL Server context for the migration tool; nothing is connected to.</summary>
internal sealed class SqlServerKneeLoadDbFactory : IDesignTimeDbContextFactory<SqlServerKneeLoadDb>
{
    public SqlServerKneeLoadDb CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqlServerKneeLoadDb>()
            .UseSqlServer("Server=design")
            .Options,
        RowsInSight.All());
}
