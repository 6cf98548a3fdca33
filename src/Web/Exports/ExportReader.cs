using System.IO.Compression;
using System.Text.Json;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Exports;

/// <summary>
/// Takes an export into an account: first what was told, so that the files are read in its light, then the files, each as an upload of its
/// own. What is there already stays as it is, so that an export may be dropped twice, or again after a broken connection.
/// </summary>
public sealed class ExportReader(KneeLoadDbContext db, RunnerWork work, OriginalStore store, UploadRegister register, IClock clock)
{
    /// <summary>Largest export that is taken. [bytes]</summary>
    public const long Limit = 4L << 30;

    /// <summary>Most that its files may unpack to. [bytes]</summary>
    private const long MostUnpacked = 16L << 30;

    /// <summary>Most entries. [1]</summary>
    private const int MostEntries = 250_000;

    /// <summary>Longest table. [bytes]</summary>
    private const int LongestTable = 64 << 20;

    /// <summary>Name and length of the first entry stand from here on in a zip (PKWARE's APPNOTE, 4.3.7).</summary>
    private const int NameLengthAt = 26;
    private const int NameAt = 30;

    /// <summary>So many bytes tell whether a file is an export. [bytes]</summary>
    public static int BytesToTell { get; } = NameAt + ExportNames.Manifest.Length;

    /// <summary>Whether a file that begins so is an export of ours.</summary>
    /// <param name="beginning">Its first <see cref="BytesToTell"/> bytes.</param>
    public static bool IsExport(ReadOnlySpan<byte> beginning) =>
        beginning.Length >= BytesToTell && beginning.StartsWith("PK\x03\x04"u8) && beginning[NameLengthAt] == ExportNames.Manifest.Length
        && beginning[NameAt..].StartsWith(System.Text.Encoding.ASCII.GetBytes(ExportNames.Manifest));

    /// <summary>Takes an export in.</summary>
    /// <param name="runnerId">Whose account.</param>
    /// <param name="batchId">The batch that its files come into.</param>
    /// <param name="file">The export.</param>
    /// <param name="cancellationToken">Ends the work between two files.</param>
    public async Task<TakenExport> TakeAsync(Guid runnerId, Guid batchId, IncomingFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!(await db.ReadRunnerAsync(runnerId, cancellationToken)).Processing.Stores)
        {
            return TakenExport.WithoutConsent;
        }

        try
        {
            await using var content = file.Open();
            await using var zip = await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
            if (zip.Entries.Count > MostEntries
                || await ReadAsync<ExportedManifest>(zip, ExportNames.Manifest, cancellationToken) is not { Layout: >= 1 and <= ExportWriter.Layout })
            {
                return TakenExport.Foreign;
            }

            var told = new ExportedFacts(
                await TableAsync<ExportedAccount>(zip, "account", cancellationToken) is [var account, ..] ? account : null,
                await TableAsync<ExportedTold>(zip, "told", cancellationToken) is [var facts, ..] ? facts : null,
                await TableAsync<ExportedNote>(zip, "diary", cancellationToken),
                await TableAsync<ExportedCorrection>(zip, "corrections", cancellationToken),
                await TableAsync<ExportedWay>(zip, "ways", cancellationToken));
            var uploads = await TableAsync<ExportedUpload>(zip, ExportTables.Uploads, cancellationToken);
            if (!await work.DoAsync(runnerId, runner => told.StoreAsync(db, runner, clock.GetCurrentInstant(), cancellationToken), cancellationToken))
            {
                return TakenExport.WithoutConsent;
            }

            return new(TakenExport.Outcome.Taken, await TakeFilesAsync(zip, runnerId, batchId, uploads, cancellationToken));
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException or EndOfStreamException or NotSupportedException)
        {
            return TakenExport.Foreign;
        }
    }

    private async Task<IReadOnlyList<Upload>> TakeFilesAsync(
        ZipArchive zip, Guid runnerId, Guid batchId, IReadOnlyList<ExportedUpload> uploads, CancellationToken cancellationToken)
    {
        var taken = new List<Upload>();
        var here = await db.Uploads
            .Where(upload => upload.RunnerId == runnerId && upload.DuplicateOfId == null)
            .Select(upload => upload.ContentHash)
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        var places = uploads.Where(upload => upload is { Path: not null, ContentHash: not null }).ToList();
        var left = MostUnpacked;
        foreach (var upload in places.Where(upload => !here.Contains(upload.ContentHash!)))
        {
            if (zip.GetEntry(upload.Path!) is not { } entry)
            {
                continue;
            }

            await using var content = await entry.OpenAsync(cancellationToken);
            using var original = await store.ReceiveAsync(content, cancellationToken);
            if (original is null || (left -= original.Bytes) < 0 || !string.Equals(original.Hash, upload.ContentHash, StringComparison.Ordinal))
            {
                // Another file than the export says, or one that no upload may be.
                continue;
            }

            var received = upload.Received is { } moment && moment <= clock.GetCurrentInstant() ? moment : (Instant?)null;
            taken.Add(await register.RegisterAsync(
                runnerId, batchId, ShownName.Of(upload.FileName), original, new(upload.ByHand, received, IsReadAtOnce: false), cancellationToken));
        }

        return taken;
    }

    private static async Task<IReadOnlyList<T>> TableAsync<T>(ZipArchive zip, string name, CancellationToken cancellationToken) =>
        await ReadAsync<List<T>>(zip, name + ".json", cancellationToken) ?? [];

    private static async Task<T?> ReadAsync<T>(ZipArchive zip, string name, CancellationToken cancellationToken)
        where T : class
    {
        if (zip.GetEntry(name) is not { } entry)
        {
            return null;
        }

        await using var content = await entry.OpenAsync(cancellationToken);
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (bytes.Length + read > LongestTable)
            {
                throw new InvalidDataException($"{name} is too long.");
            }

            await bytes.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return JsonSerializer.Deserialize<T>(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), ExportedFacts.Json);
    }
}

/// <summary>The outcome of taking an export in.</summary>
/// <param name="What">The outcome.</param>
/// <param name="Uploads">Its files that came in; those that were there already are not among them.</param>
public sealed record TakenExport(TakenExport.Outcome What, IReadOnlyList<Upload> Uploads)
{
    /// <summary>Names the outcomes.</summary>
    public enum Outcome
    {
        /// <summary>It was taken in.</summary>
        Taken,

        /// <summary>The runner has not agreed that health data is stored.</summary>
        WithoutConsent,

        /// <summary>It is damaged, or of a newer version.</summary>
        Foreign,
    }

    /// <summary>Refused for want of consent.</summary>
    internal static TakenExport WithoutConsent { get; } = new(Outcome.WithoutConsent, []);

    /// <summary>Refused, since it cannot be read.</summary>
    internal static TakenExport Foreign { get; } = new(Outcome.Foreign, []);
}
