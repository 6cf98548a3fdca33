using System.Runtime.CompilerServices;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Pipeline.Steps;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Exports;

/// <summary>
/// The table of what a runner told of activities. An activity has another key in another account: so each row also says where the
/// activity stands in which file, from where any installation finds it again.
/// </summary>
internal static class ExportedCorrections
{
    /// <summary>Most files of an archive. [1]</summary>
    private const int MostMembers = 100_000;

    /// <summary>The table.</summary>
    public static ExportTable Table { get; } = new(
        "corrections",
        typeof(RunCorrection),
        agreed => agreed.Stores,
        [
            Column("runId", row => row.Told.RunId),
            Column("contentHash", row => row.ContentHash),
            Column("member", row => row.Member),
            Column("ordinal", row => row.Ordinal),
            Column("kind", row => row.Told.Kind), Column("runKind", row => row.Told.RunKind), Column("metres", row => row.Told.Metres),
            Column("start", row => row.Told.Start), Column("day", row => row.Told.Day), Column("told", row => row.Told.Told),
        ],
        RowsAsync);

    private static ExportColumn Column(string name, Func<Row, object?> value) => new(name, row => value((Row)row));

    private static async IAsyncEnumerable<object> RowsAsync(KneeLoadDbContext db, Runner runner, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var told = await db.RunCorrections
            .AsNoTracking()
            .Where(row => row.RunnerId == runner.Id)
            .OrderBy(row => row.Told)
            .ThenBy(row => row.RunId)
            .ThenBy(row => row.Kind)
            .ToListAsync(cancellationToken);
        var corrected = db.RunCorrections.Where(row => row.RunnerId == runner.Id).Select(row => row.RunId);
        var places = await db.AllRuns.AsNoTracking().Where(run => run.RunnerId == runner.Id && corrected.Contains(run.Id))
            .Select(run => new { run.Id, run.Ordinal, run.Upload.ContentHash, run.MemberName }).ToDictionaryAsync(run => run.Id, cancellationToken);
        foreach (var row in told)
        {
            var place = places.GetValueOrDefault(row.RunId);
            int? member = place is null ? null : place.MemberName is null ? 0 : MemberOf(runner.Id, place.Id, place.ContentHash, place.Ordinal);
            yield return new Row(row, member is null ? null : place?.ContentHash, member, member is null ? null : place?.Ordinal);
        }
    }

    // The key says it, and nothing else does.
    private static int? MemberOf(Guid runnerId, Guid runId, string contentHash, int ordinal)
    {
        for (var member = 0; member < MostMembers; member++)
        {
            if (RunKey.Of(runnerId, contentHash, member, ordinal) == runId)
            {
                return member;
            }
        }

        return null;
    }

    private sealed record Row(RunCorrection Told, string? ContentHash, int? Member, int? Ordinal);
}
