using System.ComponentModel.DataAnnotations;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Diary;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Features.Api.Requests;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Tokens;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Features.Api.Diary;

/// <summary>Reads and writes the diary.</summary>
internal static class DiaryApi
{
    public static void MapDiary(this RouteGroupBuilder api)
    {
        var diary = api.MapGroup("diary");
        diary.MapGet("", ListAsync).WithName("listDiary").RequireScope(TokenScopes.Read);
        diary.MapGet("{id:guid}", ReadAsync).WithName("readDiaryEntry").RequireScope(TokenScopes.Read);
        diary.MapPost("", AddAsync).WithName("addDiaryEntry").RequireScope(TokenScopes.Write).WithMetadata(new TakesKeyAttribute());
        diary.MapPut("{id:guid}", ChangeAsync).WithName("changeDiaryEntry").RequireScope(TokenScopes.Write);
        diary.MapDelete("{id:guid}", DeleteAsync).WithName("deleteDiaryEntry").RequireScope(TokenScopes.Write);
    }

    private static async Task<Results<Ok<Page<DiaryReply>>, ProblemHttpResult>> ListAsync(
        KneeLoadDbContext db, CurrentRunner runner, Paging paging, string? after, int? limit, CancellationToken cancellationToken)
    {
        if (!Paging.Reads(after, limit, out var place, out var most))
        {
            return paging.Refusal;
        }

        var notes = db.DiaryNotes.AsNoTracking().Where(note => note.RunnerId == runner.Id);
        if (place is { } from)
        {
            var day = from.Moment.InUtc().Date;
            notes = notes.Where(note => note.Day < day || (note.Day == day && note.Id.CompareTo(from.Id) < 0));
        }

        var rows = await notes.OrderByDescending(note => note.Day).ThenByDescending(note => note.Id).Take(most + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(Page<DiaryReply>.Of(
            [.. rows.Take(most).Select(DiaryReply.Of)],
            rows.Count > most ? new Place(rows[most - 1].Day.AtMidnight().InUtc().ToInstant(), rows[most - 1].Id) : null));
    }

    private static async Task<Results<Ok<DiaryReply>, NotFound>> ReadAsync(
        Guid id, KneeLoadDbContext db, CurrentRunner runner, CancellationToken cancellationToken) =>
        await FindAsync(db, runner, id, cancellationToken) is { } note ? TypedResults.Ok(DiaryReply.Of(note)) : TypedResults.NotFound();

    private static async Task<Results<Created<DiaryReply>, ProblemHttpResult>> AddAsync(
        DiaryWish wish, HttpContext context, KneeLoadDbContext db, CurrentRunner runner, DiaryApiWords words, CancellationToken cancellationToken)
    {
        if (!IdempotencyKey.TryRead(context.Request, runner.Id, "diary", out var key))
        {
            return words.Refuse("Api.Refusal.Key", StatusCodes.Status400BadRequest);
        }

        if (key is { } known && await FindAsync(db, runner, known, cancellationToken) is { } there)
        {
            return SaysTheSame(there, wish) ? Answer(there) : words.Refuse("Api.Refusal.OtherKey", StatusCodes.Status422UnprocessableEntity);
        }

        var note = new DiaryNote { Id = key ?? Guid.CreateVersion7(), RunnerId = runner.Id };
        if (await words.FaultOfAsync(note, wish, cancellationToken) is { } fault)
        {
            return fault;
        }

        db.DiaryNotes.Add(note);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (key is not null)
        {
            // The same request was sent twice at once, and the other was first.
            db.ChangeTracker.Clear();
            if (await FindAsync(db, runner, note.Id, cancellationToken) is { } first)
            {
                return Answer(first);
            }

            throw;
        }

        return Answer(note);

        static Created<DiaryReply> Answer(DiaryNote note) => TypedResults.Created($"{RequestKind.Api}/v1/diary/{note.Id}", DiaryReply.Of(note));
    }

    private static async Task<Results<Ok<DiaryReply>, NotFound, ProblemHttpResult>> ChangeAsync(
        Guid id, DiaryWish wish, KneeLoadDbContext db, CurrentRunner runner, DiaryApiWords words, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, runner, id, cancellationToken) is not { } note)
        {
            return TypedResults.NotFound();
        }

        if (await words.FaultOfAsync(note, wish, cancellationToken) is { } fault)
        {
            return fault;
        }

        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(DiaryReply.Of(note));
    }

    private static async Task<Results<NoContent, NotFound>> DeleteAsync(
        Guid id, KneeLoadDbContext db, CurrentRunner runner, CancellationToken cancellationToken) =>
        await db.DiaryNotes.Where(note => note.RunnerId == runner.Id && note.Id == id).ExecuteDeleteAsync(cancellationToken) > 0
            ? TypedResults.NoContent()
            : TypedResults.NotFound();

    private static Task<DiaryNote?> FindAsync(KneeLoadDbContext db, CurrentRunner runner, Guid id, CancellationToken cancellationToken) =>
        db.DiaryNotes.SingleOrDefaultAsync(note => note.RunnerId == runner.Id && note.Id == id, cancellationToken);

    private static bool SaysTheSame(DiaryNote note, DiaryWish wish)
    {
        var input = wish.ToInput();
        return wish.Day == note.Day
            && (input.WorstPain, input.SettledWithinHour, input.WorseNextMorning) == (note.WorstPain, note.SettledWithinHour, note.WorseNextMorning)
            && (input.Activity, input.Side, input.FrontOfKnee, input.Limping, input.RedFlags)
                == (note.Activity, note.Side, note.FrontOfKnee, note.Limping, note.RedFlags);
    }
}

/// <summary>Writes answers into an entry, or says in a problem why they are none.</summary>
internal sealed class DiaryApiWords(DiaryWriting writing, Words.Language language, IServiceProvider services)
{
    public ProblemHttpResult Refuse(string key, int status) =>
        TypedResults.Problem(language[key, ("most", language.Format.Number(IdempotencyKey.Longest, 0))], statusCode: status);

    public async Task<ProblemHttpResult?> FaultOfAsync(DiaryNote note, DiaryWish wish, CancellationToken cancellationToken)
    {
        var input = wish.ToInput();
        var faults = input.Validate(new ValidationContext(input, services, items: null)).Select(fault => fault.ErrorMessage).ToList();
        return faults.Count > 0
            ? TypedResults.Problem(string.Join(' ', faults), statusCode: StatusCodes.Status422UnprocessableEntity)
            : await writing.WriteAsync(note, input, cancellationToken)
                ? null
                : Refuse("Diary.Fault.Ahead", StatusCodes.Status422UnprocessableEntity);
    }
}
