using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Data.Diary;

/// <summary>Writes the answers of a runner into an entry, whichever way they come.</summary>
public sealed class DiaryWriting(KneeLoadDbContext db, IClock clock)
{
    /// <summary>Writes them; the caller commits.</summary>
    /// <returns>False when the day lies ahead.</returns>
    public async Task<bool> WriteAsync(DiaryNote note, DiaryInput input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(input);
        var day = LocalDate.FromDateOnly(input.Day.GetValueOrDefault());
        var now = clock.GetCurrentInstant();
        var runner = await db.Users.SingleAsync(row => row.Id == note.RunnerId, cancellationToken);
        if (day > runner.DayAt(now))
        {
            return false;
        }

        note.Day = day;
        note.Entered = now;
        note.WorstPain = input.WorstPain;
        note.SettledWithinHour = input.SettledWithinHour;
        note.Tell(input, runner);
        return true;
    }
}
