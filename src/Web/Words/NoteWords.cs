using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Web.Words;

/// <summary>Says the notes of plausibility: one sentence a note, the finding first.</summary>
public static class NoteWords
{
    private const string Key = "Runs.Note.";

    /// <summary>The sentences of a run's notes, in their order.</summary>
    public static IReadOnlyList<string> Of(RunMetrics metrics, RunnerFormat format)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        return [.. metrics.FileNotes.Select(note => Of(note, format))];
    }

    /// <summary>The sentence of one note.</summary>
    public static string Of(ActivityNote note, RunnerFormat format)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(format);
        return (note.Count, note.Stated) switch
        {
            ({ } count, _) => format.Say.Count(Key + note.Kind, count),
            (_, { } stated) => format.Say[Key + note.Kind + ".Stated", ("stated", Stated(note.Kind, stated, format))],
            _ => format.Say[Key + note.Kind],
        };
    }

    private static string Stated(NoteKind kind, double stated, RunnerFormat format) => kind switch
    {
        NoteKind.DateUnknown or NoteKind.DayUnsure => format.Days.WithYear((NodaConstants.UnixEpoch + Duration.FromSeconds(stated)).InUtc().Date),
        NoteKind.TimerFromRecords or NoteKind.TimerFromLaps => LanguageFormat.Clock(Duration.FromSeconds(stated)),
        _ => format.ExactDistance(new Distance(stated)),
    };
}
