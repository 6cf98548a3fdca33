using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Data.Providers;

/// <summary>The model on SQL Server, with migrations of its own.</summary>
public sealed class SqlServerKneeLoadDb(DbContextOptions<SqlServerKneeLoadDb> options) : KneeLoadDbContext(options);
