using System.Data.Common;
using KneeLoad.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace KneeLoad.Web.Data.Providers;

/// <summary>
/// Compares the tables of a database with the model: one whose migrations were changed after they ran says that it is up to date, and is not.
/// </summary>
internal static class SchemaCheck
{
    /// <summary>Asks for every column of every table, and for no row.</summary>
    /// <exception cref="SettingException">One is missing.</exception>
    public static async Task RunAsync(KneeLoadDbContext db, CancellationToken cancellationToken)
    {
        var names = db.GetService<ISqlGenerationHelper>();
        foreach (var table in db.Model.GetRelationalModel().Tables)
        {
            var columns = string.Join(", ", table.Columns.Select(column => names.DelimitIdentifier(column.Name)));
            try
            {
#pragma warning disable EF1002 // Names of the model alone.
                await db.Database.ExecuteSqlRawAsync(
                    $"SELECT {columns} FROM {names.DelimitIdentifier(table.Name, table.Schema)} WHERE 1 = 0", cancellationToken);
#pragma warning restore EF1002
            }
            catch (DbException exception) when (!DatabaseAway.Is(exception))
            {
                throw new SettingException(
                    $"The database lacks a part of the table {table.Name} that this version needs, so another build than a released one made it: "
                        + $"{exception.Message}");
            }
        }
    }
}
