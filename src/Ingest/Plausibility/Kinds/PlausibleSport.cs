using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Plausibility.Kinds;

/// <summary>
/// Asks all that names the kind of an activity, the surest first: the sport, the sub-sport, the list
/// beside the file, the name. Three answers: a run,
/// another sport, nothing. A walk is another sport that loads the knee, and keeps its own name.
/// </summary>
internal static class PlausibleSport
{
    private const string Running = "running";
    private const string Walking = "walking";

    /// <summary>Sub-sports that are runs where the sport itself says nothing (FIT profile, type sub_sport).</summary>
    private static readonly HashSet<string> RunningSubSports =
        new(StringComparer.Ordinal) { "treadmill", "street", "trail", "track", "indoor_running", "indoor_track", "ultra", "obstacle" };

    /// <summary>The activity with its sport as far as anything names it; null sport where nothing does.</summary>
    public static Activity Of(Activity activity)
    {
        if (activity.Sport is not (null or "" or "generic"))
        {
            return activity;
        }

        switch (SportWords.OfSport(activity.SportText))
        {
            case SportAnswer.Run:
                return activity with { Sport = Running };
            case SportAnswer.Walk:
                return activity with { Sport = Walking };
            case SportAnswer.OtherSport:
                return activity with { Sport = Plain(activity.SportText) };
        }

        if (activity.SubSport is { } subSport && RunningSubSports.Contains(subSport))
        {
            return activity with { Sport = Running };
        }

        // Other sub-sports speak where they hold a word of a sport: indoor cycling, but not "virtual activity".
        switch (SportWords.OfName(activity.SubSport))
        {
            case SportAnswer.Walk:
                return activity with { Sport = Walking };
            case SportAnswer.OtherSport:
                return activity with { Sport = activity.SubSport };
        }

        switch (SportWords.OfSport(activity.ListedSport))
        {
            case SportAnswer.Run:
                return (activity with { Sport = Running }).Noting(NoteKind.KindFromExport);
            case SportAnswer.Walk:
                return (activity with { Sport = Walking }).Noting(NoteKind.KindFromExport);
            case SportAnswer.OtherSport:
                return (activity with { Sport = Plain(activity.ListedSport) }).Noting(NoteKind.KindFromExport);
        }

        return SportWords.OfName(activity.Name) switch
        {
            SportAnswer.Run => (activity with { Sport = Running }).Noting(NoteKind.KindFromName),
            SportAnswer.Walk => (activity with { Sport = Walking }).Noting(NoteKind.KindFromName),
            SportAnswer.OtherSport => (activity with { Sport = "other" }).Noting(NoteKind.KindFromName),
            _ => activity with { Sport = null },
        };
    }

    /// <summary>A name in the manner of the FIT profile: lower case, underscores.</summary>
    private static string? Plain(string? name) => name?.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
}
