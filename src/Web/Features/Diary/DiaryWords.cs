using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Shared;

namespace KneeLoad.Web.Features.Diary;

/// <summary>A diary entry in words.</summary>
internal static class DiaryWords
{
    public static string Sentence(DiaryNote note)
    {
        List<string> parts = [];
        if (note.SettledWithinHour is { } settled)
        {
            parts.Add(settled ? "back to as before within the hour" : "not back to as before within the hour");
        }

        if (note.WorseNextMorning is { } worse)
        {
            parts.Add(worse ? "worse the next morning" : "no worse the next morning");
        }

        if (note.FrontOfKnee)
        {
            parts.Add("at the front of the knee");
        }

        if (note.Limping)
        {
            parts.Add("limping");
        }

        return parts.Count == 0 ? "" : char.ToUpperInvariant(parts[0][0]) + string.Join(", ", parts)[1..] + ".";
    }

    public static string Flags(RedFlags flags) => string.Join(". ", Enum.GetValues<RedFlags>()
        .Where(flag => flag is not RedFlags.None && flags.HasFlag(flag))
        .Select(RiskWords.RedFlag));
}
