using System.Runtime.CompilerServices;
using System.Text;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Exports;

/// <summary>The table of what was shown. A row in the database rests on the day before; here each is whole.</summary>
internal static class ExportedAssessments
{
    /// <summary>The table.</summary>
    public static ExportTable Table { get; } = new(
        "assessments",
        typeof(ShownAssessment),
        agreed => agreed.Scores,
        [
            Column("asOf", row => row.Kept.AsOf), Column("modelVersion", row => row.Kept.ModelVersion), Column("shown", row => row.Kept.Shown),
            Column("since", row => row.Kept.Since), Column("contentHash", row => row.Kept.ContentHash), Column("content", row => new StoredDocument(row.Json)),
        ],
        RowsAsync);

    private static ExportColumn Column(string name, Func<Row, object?> value) => new(name, row => value((Row)row));

    // A month at a time: no row rests on one of another month.
    private static async IAsyncEnumerable<object> RowsAsync(KneeLoadDbContext db, Runner runner, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var kept = db.ShownAssessments.AsNoTracking().Where(row => row.RunnerId == runner.Id);
        for (var after = new LocalDate(1, 1, 1); await kept.Where(row => row.AsOf > after)
            .OrderBy(row => row.AsOf)
            .Select(row => (LocalDate?)row.AsOf)
            .FirstOrDefaultAsync(cancellationToken) is { } first; after = DateAdjusters.EndOfMonth(first))
        {
            var last = DateAdjusters.EndOfMonth(first);
            var month = await kept.Where(row => row.AsOf >= first && row.AsOf <= last)
                .OrderBy(row => row.AsOf)
                .ThenBy(row => row.Since)
                .ToListAsync(cancellationToken);
            foreach (var row in month)
            {
                yield return new Row(row, ShownAssessments.Unpack(row, month) is { } json ? Encoding.UTF8.GetString(json) : null);
            }
        }
    }

    private sealed record Row(ShownAssessment Kept, string? Json);
}
