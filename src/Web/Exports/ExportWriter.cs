using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Data.Formats;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Exports;

/// <summary>Writes everything that is kept of a runner into one zip. It is written as it is read, so that its size needs no memory.</summary>
public sealed class ExportWriter(KneeLoadDbContext db, OriginalStore store, Language language, IClock clock)
{
    /// <summary>Version of the layout. It is raised when a reader of the one before would be misled.</summary>
    public const int Layout = 1;

    /// <summary>Uploads whose originals are written one after the other before the next are asked for. [1]</summary>
    private const int Together = 100;

    private static readonly JsonWriterOptions Json = new() { SkipValidation = true };

    /// <summary>Writes the zip.</summary>
    /// <param name="runnerId">Whose.</param>
    /// <param name="target">Where to; it need not be able to seek.</param>
    /// <param name="cancellationToken">Ends the work; what was written is no whole zip then.</param>
    public async Task WriteAsync(Guid runnerId, Stream target, CancellationToken cancellationToken)
    {
        var runner = await db.ReadRunnerAsync(runnerId, cancellationToken);
        await using var late = new LateStream(target);
        await using var zip = await ZipArchive.CreateAsync(late, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await WriteManifestAsync(zip, runner, cancellationToken);
        await WriteTextAsync(zip, ExportNames.Document, ExportDocument.Write(language), cancellationToken);
        foreach (var table in ExportTables.All.Where(table => table.Allows(runner.Processing)))
        {
            await WriteJsonAsync(zip, table, runner, cancellationToken);
            await WriteCsvAsync(zip, table, runner, cancellationToken);
        }

        await WriteOriginalsAsync(zip, runnerId, cancellationToken);
        if (runner.Processing.Stores)
        {
            await WriteTracesAsync(zip, runnerId, cancellationToken);
        }
    }

    private async Task WriteManifestAsync(ZipArchive zip, Runner runner, CancellationToken cancellationToken)
    {
        await using var entry = await OpenAsync(zip, ExportNames.Manifest, cancellationToken);
        await using var json = new Utf8JsonWriter(entry, Json);
        json.WriteStartObject();
        json.WriteNumber("layout", Layout);
        json.WriteString("made", ExportText.Of(clock.GetCurrentInstant()));
        json.WriteString("runnerId", runner.Id);
        json.WriteString("modelVersion", RiskModel.Version);
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    private async Task WriteJsonAsync(ZipArchive zip, ExportTable table, Runner runner, CancellationToken cancellationToken)
    {
        await using var entry = await OpenAsync(zip, table.Name + ".json", cancellationToken);
        await using var json = new Utf8JsonWriter(entry, Json);
        json.WriteStartArray();
        await foreach (var row in table.Read(db, runner, cancellationToken))
        {
            json.WriteStartObject();
            foreach (var column in table.Columns)
            {
                json.WritePropertyName(column.Name);
                ExportText.Write(json, column.Value(row));
            }

            json.WriteEndObject();
            await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        await json.FlushAsync(cancellationToken);
    }

    private async Task WriteCsvAsync(ZipArchive zip, ExportTable table, Runner runner, CancellationToken cancellationToken)
    {
        await using var entry = await OpenAsync(zip, table.Name + ".csv", cancellationToken);
        var columns = table.Columns.Where(column => !ExportDocument.IsDocument(table, column)).ToList();
        await WriteAsync(entry, ExportText.CsvLine(columns.Select(column => (object?)column.Name)), cancellationToken);
        await foreach (var row in table.Read(db, runner, cancellationToken))
        {
            await WriteAsync(entry, ExportText.CsvLine(columns.Select(column => column.Value(row))), cancellationToken);
        }
    }

    private async Task WriteOriginalsAsync(ZipArchive zip, Guid runnerId, CancellationToken cancellationToken)
    {
        for (var last = Guid.Empty; ;)
        {
            var after = last;
            var uploads = await db.Uploads
                .AsNoTracking()
                .Where(row => row.RunnerId == runnerId && row.Id > after)
                .OrderBy(row => row.Id)
                .Take(Together)
                .ToListAsync(cancellationToken);
            foreach (var upload in uploads.Where(upload => ExportNames.PathOf(upload) is not null))
            {
                await WriteOriginalAsync(zip, upload, cancellationToken);
            }

            if (uploads.Count < Together)
            {
                return;
            }

            last = uploads[^1].Id;
        }
    }

    private async Task WriteOriginalAsync(ZipArchive zip, Upload upload, CancellationToken cancellationToken)
    {
        try
        {
            await using var original = await store.OpenVerifiedAsync(upload.RunnerId, upload.ContentHash, cancellationToken);
            await using var entry = await OpenAsync(zip, ExportNames.PathOf(upload)!, cancellationToken);
            await original.CopyToAsync(entry, cancellationToken);
        }
        catch (Exception exception) when (exception is DamagedOriginalException or FileNotFoundException or DirectoryNotFoundException)
        {
            // Lost by the disk, or undone meanwhile: everything else is given all the same.
        }
    }

    private async Task WriteTracesAsync(ZipArchive zip, Guid runnerId, CancellationToken cancellationToken)
    {
        var ids = await db.AllRuns
            .AsNoTracking()
            .Where(run => run.RunnerId == runnerId)
            .OrderBy(run => run.Start)
            .ThenBy(run => run.Id)
            .Select(run => run.Id)
            .ToListAsync(cancellationToken);
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var id in ids)
        {
            var run = await db.AllRuns
                .AsNoTracking()
                .Where(run => run.Id == id)
                .Select(run => new { run.Traces, run.Ground })
                .SingleOrDefaultAsync(cancellationToken);
            if (run is null)
            {
                continue;
            }

            buffer.ResetWrittenCount();
            ExportedTraces.Write(buffer, TraceCodec.Unpack(run.Traces), run.Ground is { } ground ? GroundCodec.Unpack(ground) : null);
            await using var entry = await OpenAsync(zip, $"{ExportedTraces.Folder}/{id}.json", cancellationToken);
            await entry.WriteAsync(buffer.WrittenMemory, cancellationToken);
        }
    }

    private static async Task WriteTextAsync(ZipArchive zip, string name, string text, CancellationToken cancellationToken)
    {
        await using var entry = await OpenAsync(zip, name, cancellationToken);
        await WriteAsync(entry, text, cancellationToken);
    }

    private static ValueTask WriteAsync(Stream entry, string text, CancellationToken cancellationToken) =>
        entry.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);

    private static Task<Stream> OpenAsync(ZipArchive zip, string name, CancellationToken cancellationToken) =>
        zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellationToken);
}
