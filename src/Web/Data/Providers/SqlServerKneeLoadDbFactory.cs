using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace KneeLoad.Web.Data.Providers;

/// <summary>Builds the SQL Server context for the migration tool; nothing is connected to.</summary>
internal sealed class SqlServerKneeLoadDbFactory : IDesignTimeDbContextFactory<SqlServerKneeLoadDb>
{
    public SqlServerKneeLoadDb CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqlServerKneeLoadDb>()
            .UseSqlServer("Server=design")
            .UseApplicationServiceProvider(IdentitySchema.Services)
            .Options,
        RowsInSight.All());
}
