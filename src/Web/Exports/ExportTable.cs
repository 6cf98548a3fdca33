using System.Runtime.CompilerServices;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Exports;

/// <summary>One table of an export. Its columns stand here once: the JSON, the CSV and the document are written from them.</summary>
/// <param name="Name">Its name; also that of its two files.</param>
/// <param name="Entity">The rows that it is made of.</param>
/// <param name="Allows">Whether it is part of an export under these consents.</param>
/// <param name="Columns">Its columns, in their order.</param>
/// <param name="Read">Reads the runner's rows in an order that does not change between two readings.</param>
internal sealed record ExportTable(
    string Name,
    Type Entity,
    Func<Processing, bool> Allows,
    IReadOnlyList<ExportColumn> Columns,
    Func<KneeLoadDbContext, Runner, CancellationToken, IAsyncEnumerable<object>> Read)
{
    /// <summary>Rows that are read together, so that a slow reader of the export holds nothing open in the database. [1]</summary>
    private const int Page = 100;

    /// <summary>A table whose rows are read some at a time.</summary>
    /// <typeparam name="TRow">A row as it is read.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="entity">The rows that it is made of.</param>
    /// <param name="allows">Whether it is part of an export under these consents.</param>
    /// <param name="rows">The runner's rows, ordered by something unique.</param>
    /// <param name="columns">Its columns.</param>
    public static ExportTable Of<TRow>(
        string name,
        Type entity,
        Func<Processing, bool> allows,
        Func<KneeLoadDbContext, Guid, IQueryable<TRow>> rows,
        params IReadOnlyList<(string Name, Func<TRow, object?> Value)> columns)
        where TRow : class => new(
            name,
            entity,
            allows,
            [.. columns.Select(column => new ExportColumn(column.Name, row => column.Value((TRow)row)))],
            (db, runner, cancellationToken) => PagesAsync(db, runner, rows, cancellationToken));

    private static async IAsyncEnumerable<object> PagesAsync<TRow>(
        KneeLoadDbContext db, Runner runner, Func<KneeLoadDbContext, Guid, IQueryable<TRow>> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRow : class
    {
        for (var read = 0; ; read += Page)
        {
            var page = await rows(db, runner.Id).Skip(read).Take(Page).ToListAsync(cancellationToken);
            foreach (var row in page)
            {
                yield return row;
            }

            if (page.Count < Page)
            {
                yield break;
            }
        }
    }
}

/// <summary>One column of a table.</summary>
/// <param name="Name">Its name, with its unit where it has one.</param>
/// <param name="Value">The value of a row: a text, a number, a moment, a day, a key, a word, <see cref="StoredDocument"/>, or null.</param>
internal sealed record ExportColumn(string Name, Func<object, object?> Value);

/// <summary>A value that is a JSON document of its own, as the database holds it. CSV has no place for it.</summary>
/// <param name="Json">The document; null where there is none.</param>
internal readonly record struct StoredDocument(string? Json);
