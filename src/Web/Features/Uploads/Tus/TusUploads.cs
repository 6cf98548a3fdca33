using System.Globalization;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Receiving;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Words;
using KneeLoad.Web.Work;
using NodaTime;

namespace KneeLoad.Web.Features.Uploads.Tus;

/// <summary>Takes files in piece by piece. The last piece is acknowledged once the whole file is safe and its work waits, never before.</summary>
internal sealed class TusUploads(
    CurrentRunner current, PartialUploads partials, WholeUploads whole, FileReception reception, RunnerWork work, Quota quota, PieceTurns turns, IClock clock,
    Language language)
{
    /// <summary>Begins a file, and takes its first piece where the request brings one.</summary>
    public async Task<IResult> CreateAsync(HttpContext context)
    {
        var (request, stop) = (context.Request, context.RequestAborted);
        if (TusHeaders.Number(request, TusHeaders.Length) is not { } length
            || TusHeaders.ReadMetadata(request.Headers[TusHeaders.Metadata]) is not { } words
            || !TryReadChecksum(request, out var checksum))
        {
            return Refuse("Uploads.Refusal.Tus", StatusCodes.Status400BadRequest);
        }

        if (length > OriginalStore.ArchiveLimit)
        {
            return Refused(reception.TooLargeWords(OriginalStore.ArchiveLimit), StatusCodes.Status413PayloadTooLarge);
        }

        var name = ShownName.Of(words.GetValueOrDefault("filename") ?? words.GetValueOrDefault("name"));
        var id = words.GetValueOrDefault("key") is { } key ? PartialUpload.IdOf(current.Id, key, name, length) : Guid.CreateVersion7();
        var wanted = new PartialUpload(id, BatchOf(words, request) ?? Guid.CreateVersion7(), name, length)
        {
            Metadata = request.Headers[TusHeaders.Metadata],
        };
        // One creation of a runner at a time, so that all together fit.
        if (await work.DoAsync(current.Id, _ => BeginAsync(wanted, stop), stop) is not { } begun)
        {
            return Refused(reception.FullWords, StatusCodes.Status413PayloadTooLarge);
        }

        context.Response.Headers.Location = $"{request.PathBase}{request.Path.Value?.TrimEnd('/')}/{begun.Id}";
        // A piece of a creation that is asked for once more begins at the file's first byte, which is there already.
        var (piece, stated) = TusHeaders.IsPiece(request) && begun.Offset == 0 ? (request.Body, checksum) : (Stream.Null, null);
        if (piece != Stream.Null || begun.IsWhole)
        {
            return await AtItsTurnAsync(
                begun.Id, context, turn => TakeAsync(begun, piece, stated, StatusCodes.Status201Created, context, turn));
        }

        TusHeaders.State(context.Response, begun);
        return Results.StatusCode(StatusCodes.Status201Created);
    }

    /// <summary>Tells how far a file is.</summary>
    public Task<IResult> TellAsync(Guid id, HttpContext context) => AtItsTurnAsync(id, context, async (partial, _) =>
    {
        // Where the process ended before it was handed over.
        if (partial.IsWhole && await HandOverAsync(partial, context) is { } refused)
        {
            return refused;
        }

        TusHeaders.State(context.Response, partial);
        context.Response.Headers[TusHeaders.Length] = partial.Bytes.ToString(CultureInfo.InvariantCulture);
        if (partial.Metadata is { } metadata)
        {
            context.Response.Headers[TusHeaders.Metadata] = metadata;
        }

        return Results.Ok();
    });

    /// <summary>Takes a piece.</summary>
    public async Task<IResult> AppendAsync(Guid id, HttpContext context)
    {
        var request = context.Request;
        if (!TusHeaders.IsPiece(request))
        {
            return Refuse("Uploads.Refusal.Tus", StatusCodes.Status415UnsupportedMediaType);
        }

        if (TusHeaders.Number(request, TusHeaders.Offset) is not { } offset || !TryReadChecksum(request, out var checksum))
        {
            return Refuse("Uploads.Refusal.Tus", StatusCodes.Status400BadRequest);
        }

        return await AtItsTurnAsync(id, context, async (partial, turn) =>
        {
            if (offset == partial.Offset)
            {
                return await TakeAsync(partial, request.Body, checksum, StatusCodes.Status204NoContent, context, turn);
            }

            TusHeaders.State(context.Response, partial);
            return Results.StatusCode(StatusCodes.Status409Conflict);
        });
    }

    /// <summary>Lets go of a file on its way. One that has become an upload is undone on its page.</summary>
    public Task<IResult> EndAsync(Guid id, HttpContext context) => AtItsTurnAsync(id, context, (partial, _) =>
    {
        if (partial.Upload is null)
        {
            partials.Delete(current.Id, id);
        }

        return Task.FromResult(Results.StatusCode(partial.Upload is null ? StatusCodes.Status204NoContent : StatusCodes.Status409Conflict));
    });

    /// <summary>Tells what became of a file that is whole.</summary>
    public async Task<IResult> ReceiptAsync(Guid id, HttpContext context)
    {
        if (Find(id) is not { } partial)
        {
            return Missing(id);
        }

        if (partial.Upload is null)
        {
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }

        return await whole.LineAsync(partial, context.RequestAborted) is { } line
            ? Results.Json(new UploadReceipt(partial.BatchId, [line]), UploadJson.Options)
            : Gone();
    }

    /// <summary>A refusal in words.</summary>
    public IResult Refuse(string key, int status) => Refused(language[key], status);

    private static bool TryReadChecksum(HttpRequest request, out PieceChecksum? checksum)
    {
        var stated = request.Headers[TusHeaders.Checksum].ToString();
        checksum = stated.Length > 0 ? PieceChecksum.Of(stated) : null;
        return stated.Length == 0 || checksum is not null;
    }

    private static Guid? BatchOf(IReadOnlyDictionary<string, string> words, HttpRequest request) =>
        Guid.TryParse(words.GetValueOrDefault("batch") ?? request.Query["batch"].ToString(), out var batch) && batch != Guid.Empty ? batch : null;

    private async Task<PartialUpload?> BeginAsync(PartialUpload wanted, CancellationToken stop)
    {
        // Whoever never heard the answer to a creation, or sends all of a folder once more, asks for what is there.
        if (Find(wanted.Id) is { } there && (there.Upload is null || await whole.LineAsync(there, stop) is not null))
        {
            return there;
        }

        return partials.Open(current.Id).Count() < PartialUploads.MostOpen && await quota.HasRoomAsync(current.Id, wanted.Bytes, partial: wanted.Id, stop)
            ? partials.Create(current.Id, wanted)
            : null;
    }

    private PartialUpload? Find(Guid id) =>
        partials.Find(current.Id, id) is { } partial && !partial.IsExpired(clock.GetCurrentInstant()) ? partial : null;

    private IResult Missing(Guid id) =>
        partials.Find(current.Id, id) is null ? Results.StatusCode(StatusCodes.Status404NotFound) : Gone();

    private IResult Gone() => Refuse("Uploads.Refusal.Gone", StatusCodes.Status410Gone);

    private async Task<IResult> TakeAsync(
        PartialUpload partial, Stream body, PieceChecksum? checksum, int status, HttpContext context, PieceTurn turn)
    {
        (partial, var end) = partial.Upload is null ? await ReceiveAsync(partial, body, checksum, turn) : new(partial, PieceEnd.Whole);
        if (partial.Bytes > OriginalStore.Limit && await whole.LimitAsync(partial, CancellationToken.None) is { } limit && partial.Bytes > limit)
        {
            partials.Delete(current.Id, partial.Id);
            return Refused(reception.TooLargeWords(limit), StatusCodes.Status413PayloadTooLarge);
        }

        TusHeaders.State(context.Response, partial);
        switch (end)
        {
            case PieceEnd.Mismatch:
                return Results.StatusCode(TusHeaders.ChecksumMismatch);
            case PieceEnd.TooLong:
                return Refuse("Uploads.Refusal.Request", StatusCodes.Status400BadRequest);
            case PieceEnd.Cut:
                // Nobody hears it, but a sender whose newer request took the turn.
                return Results.StatusCode(StatusCodes.Status423Locked);
            default:
                return (partial.IsWhole ? await HandOverAsync(partial, context) : null) ?? Results.StatusCode(status);
        }
    }

    private async Task<IResult?> HandOverAsync(PartialUpload partial, HttpContext context) =>
        await whole.HandOverAsync(partial, context.RequestAborted) is { } refused ? Refused(refused.Lines[0].Reason ?? "", refused.Status) : null;

    // Faults of the disk and of the account are answers.
    private async Task<IResult> AtItsTurnAsync(Guid id, HttpContext context, Func<PieceTurn, Task<IResult>> answer)
    {
        using var turn = await turns.TakeAsync(id, context.RequestAborted);
        try
        {
            return await answer(turn);
        }
        catch (PartialLockedException)
        {
            return Results.StatusCode(StatusCodes.Status423Locked);
        }
        catch (AccountGoneException)
        {
            return Refuse("Uploads.Refusal.Stale", StatusCodes.Status401Unauthorized);
        }
        catch (FileNotFoundException)
        {
            return Gone();
        }
        catch (Exception exception) when (DiskFull.Is(exception))
        {
            return Refuse("Uploads.Refusal.Room", StatusCodes.Status507InsufficientStorage);
        }
    }

    private async Task<IResult> AtItsTurnAsync(Guid id, HttpContext context, Func<PartialUpload, PieceTurn, Task<IResult>> answer) =>
        await AtItsTurnAsync(id, context, turn => Find(id) is { } partial ? answer(partial, turn) : Task.FromResult(Missing(id)));

    // What is larger than it may be is refused by its first bytes, before more of it lies on the disk.
    private async Task<AppendedPiece> ReceiveAsync(PartialUpload partial, Stream body, PieceChecksum? checksum, PieceTurn turn)
    {
        if (partial.Offset > 0 || partial.Bytes <= OriginalStore.Limit || checksum is not null)
        {
            return await partials.AppendAsync(current.Id, partial, body, checksum, turn.Stop);
        }

        var beginning = new byte[FileReception.BytesToTell];
        int length;
        try
        {
            length = await body.ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, turn.Stop);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            return new(partial, PieceEnd.Cut);
        }

        var isTooLarge = length == beginning.Length && FileReception.LimitOf(beginning) < partial.Bytes;
        await using var piece = new BegunStream(beginning.AsMemory(0, length), isTooLarge ? Stream.Null : body);
        return await partials.AppendAsync(current.Id, partial, piece, checksum: null, turn.Stop);
    }

    private IResult Refused(string reason, int status) => Results.Problem(reason, statusCode: status, title: language["Uploads.Refusal.Title"]);
}
