using System.Runtime.CompilerServices;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Notes;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Exports;

/// <summary>The table of the files that no activity came of, read archive by archive: one may hold tens of thousands.</summary>
internal static class ExportedRunlessFiles
{
    /// <summary>Rows that are read together. [1]</summary>
    private const int Page = 500;

    /// <summary>Makes the table.</summary>
    /// <param name="format">The format of the sentences.</param>
    public static ExportTable In(RunnerFormat format) => new(
        "runless-files",
        typeof(RunlessFile),
        agreed => agreed.Stores,
        [
            Column("uploadId", row => row.UploadId),
            Column("number", row => row.Number),
            Column("name", row => row.Name),
            Column("state", row => row.State),
            Column("reason", row => row.Reason is null ? null : string.Join('\n', StoredRemarks.Words(row.Reason, format))),
        ],
        RowsAsync);

    private static ExportColumn Column(string name, Func<RunlessFile, object?> value) => new(name, row => value((RunlessFile)row));

    private static async IAsyncEnumerable<object> RowsAsync(KneeLoadDbContext db, Runner runner, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var uploads = await db.Uploads.Where(upload => upload.RunnerId == runner.Id && db.RunlessFiles.Any(row => row.UploadId == upload.Id))
            .OrderBy(upload => upload.Received).ThenBy(upload => upload.Id).Select(upload => upload.Id)
            .ToListAsync(cancellationToken);
        foreach (var upload in uploads)
        {
            for (var (last, read) = (-1, Page); read == Page;)
            {
                var after = last;
                var page = await db.RunlessFiles.AsNoTracking()
                    .Where(row => row.UploadId == upload && row.Number > after)
                    .OrderBy(row => row.Number).Take(Page)
                    .ToListAsync(cancellationToken);
                foreach (var row in page)
                {
                    last = row.Number;
                    yield return row;
                }

                read = page.Count;
            }
        }
    }
}
