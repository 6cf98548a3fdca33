using KneeLoad.Web.Data;
using KneeLoad.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Storage;

/// <summary>The bytes that each runner may store. An archive counts by its own size, since that is what is stored of it; the same bytes count once.</summary>
public sealed class Quota(KneeLoadDbContext db, PartialUploads partials, QuotaSettings settings)
{
    /// <summary>Most that one runner stores. [bytes]</summary>
    public long Most => settings.Bytes;

    /// <summary>The bytes that a runner stores, with the room that is kept for files on their way. [bytes]</summary>
    public Task<long> UsedAsync(Guid runnerId, CancellationToken cancellationToken) => UsedAsync(runnerId, besides: null, cancellationToken);

    /// <summary>Whether so much more still fits.</summary>
    /// <param name="runnerId">Whose.</param>
    /// <param name="more">Bytes that are to come. [bytes]</param>
    /// <param name="partial">The file on its way whose room they take; null for none.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<bool> HasRoomAsync(Guid runnerId, long more, Guid? partial, CancellationToken cancellationToken) =>
        await UsedAsync(runnerId, partial, cancellationToken) + more <= Most;

    private async Task<long> UsedAsync(Guid runnerId, Guid? besides, CancellationToken cancellationToken) =>
        partials.Reserved(runnerId, besides)
            + await db.Uploads.Where(upload => upload.RunnerId == runnerId && upload.DuplicateOfId == null).SumAsync(upload => upload.Bytes, cancellationToken);
}

/// <summary>The limit of what one runner stores.</summary>
/// <param name="Bytes">Bytes.</param>
public sealed record QuotaSettings(long Bytes)
{
    private const double DefaultGigabytes = 5;
    private const double Gigabyte = 1e9;

    /// <summary>Reads <c>Quota:Gigabytes</c>.</summary>
    /// <exception cref="SettingException">It is not above zero.</exception>
    public static QuotaSettings From(IConfiguration configuration) => configuration.GetValue("Quota:Gigabytes", DefaultGigabytes) switch
    {
        > 0 and < 1e6 and var gigabytes => new((long)(gigabytes * Gigabyte)),
        _ => throw new SettingException("Quota:Gigabytes must be above zero."),
    };
}

/// <summary>Says that a runner has stored as much as they may.</summary>
public sealed class QuotaFullException() : Exception("The runner has no room left.");
