using System.IO.Compression;
using System.Security.Cryptography;
using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Shared.Retentions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Data.Reading;

/// <summary>Keeps each assessment that was shown or mailed, once, with its inputs, so that it can be downloaded and computed again.</summary>
/// <param name="scopes">Each write has a context of its own: whoever shows an assessment may be in the middle of other work.</param>
/// <param name="clock">The clock.</param>
public sealed class ShownAssessments(IServiceScopeFactory scopes, IClock clock)
{
    /// <summary>For so many days a change of the model is told. [d]</summary>
    private const int DaysToTellOfChange = 14;


    /// <summary>Of one day so many are kept, the latest: a page that is looked at while an archive comes in shows another with each file. [1]</summary>
    private const int MostOfDay = 50;

    /// <summary>Every database tells moments so far apart.</summary>
    private static readonly Duration Tick = Duration.FromMilliseconds(1);

    /// <summary>Keeps an assessment; writes nothing where the same is kept already.</summary>
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

    /// <summary>What was shown last of a day, as JSON in UTF-8; null when nothing was.</summary>
    public async Task<byte[]?> ReadAsync(Guid runnerId, LocalDate day, CancellationToken cancellationToken)
    {
        await using var scope = scopes.OfRunner(runnerId);
        var content = await scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>().ShownAssessments.AsNoTracking()
            .Where(row => row.RunnerId == runnerId && row.AsOf == day)
            .OrderByDescending(row => row.Since)
            .Select(row => row.Content)
            .FirstOrDefaultAsync(cancellationToken);
        return content is null ? null : Unpack(content);
    }

    /// <summary>What the present model makes of the last day that an earlier version was shown on.</summary>
    /// <returns>Null when none was shown in the last 14 days.</returns>
    public async Task<ModelChange?> LastChangeAsync(Guid runnerId, LocalDate today, CancellationToken cancellationToken)
    {
        var from = today.PlusDays(-DaysToTellOfChange);
        await using var scope = scopes.OfRunner(runnerId);
        var content = await scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>().ShownAssessments.AsNoTracking()
            .Where(row => row.RunnerId == runnerId && row.AsOf > from && row.ModelVersion != RiskModel.Version)
            .OrderByDescending(row => row.AsOf).ThenByDescending(row => row.Since)
            .Select(row => row.Content)
            .FirstOrDefaultAsync(cancellationToken);
        if (content is null)
        {
            return null;
        }

        var json = Unpack(content);
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
    internal static byte[] Pack(byte[] json)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            zip.Write(json);
        }

        return packed.ToArray();
    }

    /// <summary>A row's JSON.</summary>
    internal static byte[] Unpack(byte[] content)
    {
        using var json = new MemoryStream();
        using var zip = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
        zip.CopyTo(json);
        return json.ToArray();
    }

    private async Task WriteAsync(Guid runnerId, AssessmentRecord shown, byte[] json, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(json));
        await using var scope = scopes.OfRunner(runnerId);
        var db = scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>();
        var ofDay = await db.ShownAssessments.Where(row => row.RunnerId == runnerId && row.AsOf == shown.AsOf)
            .OrderByDescending(row => row.Since)
            .Select(row => new { row.ContentHash, row.Since })
            .ToListAsync(cancellationToken);
        if (ofDay is [var latest, ..] && string.Equals(latest.ContentHash, hash, StringComparison.Ordinal))
        {
            return;
        }

        var now = clock.GetCurrentInstant();
        // A page and a mail may come in one moment, and a clock may be set back: the last one written is the last all the same.
        var since = ofDay is [{ Since: var last }, ..] && last >= now ? last + Tick : now;
        if (ofDay.Exists(row => string.Equals(row.ContentHash, hash, StringComparison.Ordinal)))
        {
            await db.ShownAssessments.Where(row => row.RunnerId == runnerId && row.ContentHash == hash)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Since, since), cancellationToken);
            return;
        }

        if (!await db.Users.Where(Runner.AreScored).AnyAsync(runner => runner.Id == runnerId, cancellationToken))
        {
            // Withdrawn since the page was asked for.
            return;
        }

        db.ShownAssessments.Add(new()
        {
            RunnerId = runnerId,
            ContentHash = hash,
            AsOf = shown.AsOf,
            ModelVersion = shown.ModelVersion,
            Shown = now,
            Since = since,
            Content = Pack(json),
        });
        await db.SaveChangesAsync(cancellationToken);
        var oldest = shown.AsOf.PlusDays(-(int)Retention.ShownAssessments.TotalDays);
        var tooMany = ofDay.Skip(MostOfDay - 1).Select(row => row.ContentHash).ToList();
        await db.ShownAssessments
            .Where(row => row.RunnerId == runnerId && (row.AsOf < oldest || tooMany.Contains(row.ContentHash)))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
