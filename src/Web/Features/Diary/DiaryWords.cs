using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Care;
using KneeLoad.Web.Words.Scores;

namespace KneeLoad.Web.Features.Diary;

/// <summary>Says a diary entry as the diary lists it.</summary>
internal static class DiaryWords
{
    /// <summary>The answers beside the pain figure in one sentence; empty when there are none.</summary>
    public static string Sentence(DiaryNote note, Language say)
    {
        List<string> parts = [.. DiaryEntryWords.Answers(note.ToEntry(), say)];
        if (note.Side is { } side)
        {
            parts.Add(say["Diary.Said.Side." + side]);
        }

        return parts.Count == 0 ? "" : say["Diary.Said.Sentence", ("list", Capital(say.Join(parts)))];
    }

    /// <summary>The signs that were ticked, each a sentence.</summary>
    public static string Flags(RedFlags flags, Language say) => string.Join(' ', Enum.GetValues<RedFlags>()
        .Where(flag => flag is not RedFlags.None && flags.HasFlag(flag))
        .Select(flag => say["Diary.Said.Sentence", ("list", RedFlagWords.Sign(flag, say))]));

    /// <summary>The entry that ends a hold, in a sentence; null where nothing holds.</summary>
    public static string? EndOfHold(PainGate? gate, Language say) => gate is { Action: GateAction.HoldOrReduce, Until: { } until }
        ? say[
            "Diary.Hold.End",
            ("minutes", say.Format.Number(Choices.HoldWalk.Value.TotalMinutes, 0)),
            ("pain", say.Format.Number(Published.AcceptablePain.Value, 0)),
            ("worst", say.Format.Number(PainWords.WorstPain, 0)),
            ("day", say.Days.WithYear(until))]
        : null;

    /// <summary>The steps that a worse day leads back, in a sentence.</summary>
    public static string WorseDay(Language say) => say[
        "Diary.Ladder.WorseDay",
        ("pain", say.Format.Number(Published.PainToStop.Value, 0)),
        ("worst", say.Format.Number(PainWords.WorstPain, 0))];

    private static string Capital(string list) => char.ToUpperInvariant(list[0]) + list[1..];
}
