using System.IO.Compression;
using System.Security.Cryptography;
using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace KneeLoad.Web.Data.Reading;

/// <summary>
/// Keeps the last assessment that was shown or mailed of each day, with its inputs, so that it can be downloaded and computed again.
/// The first of a month stands by itself; each later one holds what it says otherwise than the one before it.
/// </summary>
/// <param name="scopes">Each write has a context of its own: whoever shows an assessment may be in the middle of other work.</param>
/// <param name="clock">The clock.</param>
public sealed class ShownAssessments(IServiceScopeFactory scopes, IClock clock)
{
    /// <summary>For so many days a change of the model is told. [d]</summary>
    private const int DaysToTellOfChange = 14;


    /// <summary>The effort of Zstandard: what is written once a day may take some milliseconds. [1]</summary>
    private const int Effort = 15;

    /// <summary>The distance back over which an assessment may repeat the day before. [power of 2, bytes]</summary>
    private const int Window = 23;

    /// <summary>Every database tells moments so far apart.</summary>
    private static readonly Duration Tick = Duration.FromMilliseconds(1);

    /// <summary>Keeps an assessment in place of what was kept of its day; writes nothing where the same is kept already.</summary>
    public async Task KeepAsync(Guid runnerId, AssessmentRecord shown, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(shown);

        var json = StoredJson.Write(shown);
        try
        {
            await WriteAsync(runnerId, shown, json, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two windows opened the same page at once: the row is there now.
            await WriteAsync(runnerId, shown, json, cancellationToken);
        }
    }

    /// <summary>The last assessment shown of a day, as JSON in UTF-8; null when none was.</summary>
    public async Task<byte[]?> ReadAsync(Guid runnerId, LocalDate day, CancellationToken cancellationToken)
    {
        await using var scope = scopes.OfRunner(runnerId);
        var month = await MonthAsync(scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>(), runnerId, day, cancellationToken);
        return month.LastOrDefault(row => row.AsOf == day) is { } last ? Unpack(last, month) : null;
    }

    /// <summary>The present model's assessment of the last day that an earlier version was shown on.</summary>
    /// <returns>Null when none was shown in the last 14 days.</returns>
    public async Task<ModelChange?> LastChangeAsync(Guid runnerId, LocalDate today, CancellationToken cancellationToken)
    {
        var from = today.PlusDays(-DaysToTellOfChange);
        await using var scope = scopes.OfRunner(runnerId);
        var db = scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>();
        var last = await db.ShownAssessments.AsNoTracking()
            .Where(row => row.RunnerId == runnerId && row.AsOf > from && row.ModelVersion != RiskModel.Version)
            .OrderByDescending(row => row.AsOf).ThenByDescending(row => row.Since)
            .Select(row => new { row.AsOf, row.ContentHash })
            .FirstOrDefaultAsync(cancellationToken);
        if (last is null)
        {
            return null;
        }

        var month = await MonthAsync(db, runnerId, last.AsOf, cancellationToken);
        if (month.Find(row => string.Equals(row.ContentHash, last.ContentHash, StringComparison.Ordinal)) is not { } found
            || Unpack(found, month) is not { } json)
        {
            return null;
        }

        var inputs = StoredJson.ReadInputs(json);
        var now = inputs.Assess();
        return new(inputs.ModelVersion, now.ModelVersion, inputs.AsOf, StoredJson.ReadFinding(json), new(now.Level, now.Score));
    }

    /// <summary>Forgets all that were shown of the day of a run that went, and of later days: each holds it among its inputs.</summary>
    /// <param name="db">Where they are; the caller is inside of a transaction of the runner.</param>
    /// <param name="runnerId">Whose.</param>
    /// <param name="start">When the first of the runs that went began.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static Task<int> ForgetAsync(KneeLoadDbContext db, Guid runnerId, Instant start, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        // The furthest zone west is a day behind no moment.
        var from = start.WithOffset(Offset.MinValue).Date;
        return db.ShownAssessments.Where(row => row.RunnerId == runnerId && row.AsOf >= from).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>JSON as a row holds it.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="earlier">The JSON of an earlier day, which is not repeated; null for none.</param>
    internal static byte[] Pack(byte[] json, byte[]? earlier = null)
    {
        using var compressor = new Compressor(Effort);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_windowLog, Window);
        if (earlier is not null)
        {
            compressor.LoadDictionary(earlier);
        }

        return compressor.Wrap(json).ToArray();
    }

    /// <summary>A row's JSON.</summary>
    /// <param name="content">The row's content.</param>
    /// <param name="earlier">The JSON that it was compressed against; null for none.</param>
    internal static byte[] Unpack(byte[] content, byte[]? earlier = null)
    {
        if (content is [0x1f, 0x8b, ..])
        {
            using var json = new MemoryStream();
            using var zip = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
            zip.CopyTo(json);
            return json.ToArray();
        }

        using var decompressor = new Decompressor();
        if (earlier is not null)
        {
            decompressor.LoadDictionary(earlier);
        }

        return decompressor.Unwrap(content).ToArray();
    }

    /// <summary>The oldest day that is kept, seen from a day. Months go as wholes, since a day rests on the one before.</summary>
    public static LocalDate OldestKept(LocalDate day) => FirstOfMonth(day.PlusDays(-(int)Retention.ShownAssessments.TotalDays));

    private static LocalDate FirstOfMonth(LocalDate day) => new(day.Year, day.Month, 1);

    /// <summary>All rows of a month up to a day, the last shown last.</summary>
    private static Task<List<ShownAssessment>> MonthAsync(KneeLoadDbContext db, Guid runnerId, LocalDate day, CancellationToken cancellationToken)
    {
        var first = FirstOfMonth(day);
        return db.ShownAssessments.AsNoTracking().Where(row => row.RunnerId == runnerId && row.AsOf >= first && row.AsOf <= day)
            .OrderBy(row => row.AsOf).ThenBy(row => row.Since).ToListAsync(cancellationToken);
    }

    /// <summary>The JSON of a row; null where a row that it was compressed against is gone.</summary>
    /// <param name="row">The row.</param>
    /// <param name="month">The rows of its month, up to its day at least.</param>
    internal static byte[]? Unpack(ShownAssessment row, List<ShownAssessment> month)
    {
        var chain = new Stack<ShownAssessment>([row]);
        while (chain.Peek().BaseHash is { } hash)
        {
            if (chain.Count > month.Count || month.Find(one => string.Equals(one.ContentHash, hash, StringComparison.Ordinal)) is not { } earlier)
            {
                return null;
            }

            chain.Push(earlier);
        }

        byte[]? json = null;
        foreach (var one in chain)
        {
            json = Unpack(one.Content, json);
        }

        return json;
    }

    private async Task WriteAsync(Guid runnerId, AssessmentRecord shown, byte[] json, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(json));
        await using var scope = scopes.OfRunner(runnerId);
        var db = scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>();
        var latest = await db.ShownAssessments.Where(row => row.RunnerId == runnerId && row.AsOf == shown.AsOf)
            .OrderByDescending(row => row.Since)
            .Select(row => new { row.ContentHash, row.Since })
            .FirstOrDefaultAsync(cancellationToken);
        if (string.Equals(latest?.ContentHash, hash, StringComparison.Ordinal)
            || !await db.Users.Where(Runner.AreScored).AnyAsync(runner => runner.Id == runnerId, cancellationToken))
        {
            // Kept already, or the consent was withdrawn since the page was asked for.
            return;
        }

        var now = clock.GetCurrentInstant();
        // A page and a mail may come in one moment, and a clock may be set back: the last one written is the last all the same.
        var since = latest?.Since >= now ? latest.Since + Tick : now;
        var month = await MonthAsync(db, runnerId, shown.AsOf, cancellationToken);
        if (!month.Exists(row => string.Equals(row.ContentHash, hash, StringComparison.Ordinal)))
        {
            var before = month.LastOrDefault(row => row.AsOf < shown.AsOf);
            var earlier = before is null ? null : Unpack(before, month);
            db.ShownAssessments.Add(new()
            {
                RunnerId = runnerId,
                ContentHash = hash,
                AsOf = shown.AsOf,
                ModelVersion = shown.ModelVersion,
                Shown = now,
                Since = since,
                BaseHash = earlier is null ? null : before?.ContentHash,
                Content = Pack(json, earlier),
            });
            await db.SaveChangesAsync(cancellationToken);
        }

        await ForgetAsync(db, runnerId, shown.AsOf, hash, since, cancellationToken);
    }

    // What stood there before it, save where a later day was compressed against it, as after a clock that was set back.
    private static async Task ForgetAsync(KneeLoadDbContext db, Guid runnerId, LocalDate day, string hash, Instant since, CancellationToken cancellationToken)
    {
        await db.ShownAssessments.Where(row => row.RunnerId == runnerId && row.ContentHash == hash)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Since, since), cancellationToken);
        var bases = db.ShownAssessments.Where(row => row.RunnerId == runnerId && row.AsOf > day).Select(row => row.BaseHash);
        var oldest = OldestKept(day);
        await db.ShownAssessments
            .Where(row => row.RunnerId == runnerId && (row.AsOf < oldest || (row.AsOf == day && row.ContentHash != hash && !bases.Contains(row.ContentHash))))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
