using KneeLoad.Analysis.Diary;

namespace KneeLoad.Web.Words.Scores;

/// <summary>Says the answers of a diary entry; the one place for the first screen, the diary and the page behind a mail's link.</summary>
public static class DiaryEntryWords
{
    /// <summary>An entry's pain and how it went on, as a list within a sentence.</summary>
    public static string Of(DiaryEntry entry, Language say)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(say);
        return say.Join([Pain(entry.WorstPain, say), .. Answers(entry, say)]);
    }

    /// <summary>The pain figure, within a sentence.</summary>
    public static string Pain(int? worst, Language say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return worst is { } pain
            ? say["Diary.Said.Pain", ("pain", say.Format.Number(pain, 0)), ("worst", say.Format.Number(PainWords.WorstPain, 0))]
            : say["Diary.Said.NoPain"];
    }

    /// <summary>The answers beside pain, each within a sentence; those not given are left out.</summary>
    public static IEnumerable<string> Answers(DiaryEntry entry, Language say)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(say);
        if (entry.Activity is { } activity)
        {
            yield return ActivityWords.Said(activity, say);
        }

        if (entry.SettledWithinHour is { } settled)
        {
            yield return say[settled ? "Diary.Said.Settled" : "Diary.Said.NotSettled"];
        }

        if (entry.WorseNextMorning is { } worse)
        {
            yield return say[worse ? "Diary.Said.Worse" : "Diary.Said.NotWorse"];
        }

        if (entry.FrontOfKnee)
        {
            yield return say["Diary.Said.Front"];
        }

        if (entry.Limping)
        {
            yield return say["Diary.Said.Limping"];
        }
    }
}
