using System.IO.Compression;
using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Data.Reading;

/// <summary>Keeps what was shown or mailed, one row a runner and day, with its inputs, so that it can be downloaded and computed again.</summary>
/// <param name="scopes">Each write has a context of its own: whoever shows an assessment may be in the middle of other work.</param>
/// <param name="clock">The clock.</param>
public sealed class ShownAssessments(IServiceScopeFactory scopes, IClock clock)
{
    /// <summary>For so many days a change of the model is told. [d]</summary>
    private const int DaysToTellOfChange = 14;

    /// <summary>Keeps an assessment; writes nothing where the same is kept already.</summary>
    public async Task KeepAsync(Guid runnerId, AssessmentRecord shown, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(shown);

        var content = Pack(StoredJson.Write(shown));
        try
        {
            await WriteAsync(runnerId, shown, content, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two windows opened the day's first page at once: the row is there now.
            await WriteAsync(runnerId, shown, content, cancellationToken);
        }
    }

    /// <summary>What was shown last of a day, as JSON in UTF-8; null when nothing was.</summary>
    public async Task<byte[]?> ReadAsync(Guid runnerId, LocalDate day, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var content = await scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>().ShownAssessments.AsNoTracking()
            .Where(row => row.RunnerId == runnerId && row.AsOf == day)
            .Select(row => row.Content)
            .SingleOrDefaultAsync(cancellationToken);
        return content is null ? null : Unpack(content);
    }

    /// <summary>What the present model makes of the last day that an earlier version was shown on.</summary>
    /// <returns>Null when none was shown in the last 14 days.</returns>
    public async Task<ModelChange?> LastChangeAsync(Guid runnerId, LocalDate today, CancellationToken cancellationToken)
    {
        var from = today.PlusDays(-DaysToTellOfChange);
        await using var scope = scopes.CreateAsyncScope();
        var content = await scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>().ShownAssessments.AsNoTracking()
            .Where(row => row.RunnerId == runnerId && row.AsOf > from && row.ModelVersion != RiskModel.Version)
            .OrderByDescending(row => row.AsOf)
            .Select(row => row.Content)
            .FirstOrDefaultAsync(cancellationToken);
        if (content is null)
        {
            return null;
        }

        var shown = StoredJson.ReadAssessment(Unpack(content));
        return new(shown.ModelVersion, RiskModel.Version, shown.AsOf, shown.Outcome, shown.Recomputed().Outcome);
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

    private async Task WriteAsync(Guid runnerId, AssessmentRecord shown, byte[] content, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>();
        var row = await db.ShownAssessments.SingleOrDefaultAsync(one => one.RunnerId == runnerId && one.AsOf == shown.AsOf, cancellationToken);
        if (row is not null && row.Content.AsSpan().SequenceEqual(content))
        {
            return;
        }

        row ??= db.ShownAssessments.Add(new() { RunnerId = runnerId, AsOf = shown.AsOf }).Entity;
        row.ModelVersion = shown.ModelVersion;
        row.Shown = clock.GetCurrentInstant();
        row.Content = content;
        await db.SaveChangesAsync(cancellationToken);
    }
}
