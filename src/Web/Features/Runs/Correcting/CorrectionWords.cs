using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Shared;
using NodaTime;

namespace KneeLoad.Web.Features.Runs.Correcting;

/// <summary>All that is said of a runner's corrections, on the page of a run and on the list of runs.</summary>
public static class CorrectionWords
{
    /// <summary>Button that undoes a correction.</summary>
    public const string TakeBack = "Take it back";

    /// <summary>The state of a run that is left out.</summary>
    public const string LeftOut = "You left this run out, so it counts nowhere.";

    /// <summary>The state of a run that the runner said repeats no other.</summary>
    public const string NotTheSame = "You said that this repeats no other activity.";

    /// <summary>The origin of a run that no watch recorded.</summary>
    public const string ByHand = "You added this run by hand. It is kept as a small file, like any other.";

    /// <summary>The problem with a distance that is no number.</summary>
    public const string NoDistance = "This is no distance. Write a number, with a point or a comma before its decimals.";

    /// <summary>The problem with a start that cannot be.</summary>
    public const string NoStart = "This is no start. It lies ahead, or before watches recorded runs.";

    /// <summary>The problem with a duration that cannot be.</summary>
    public const string NoMinutes = "This is no duration. Write the minutes as a number.";

    /// <summary>The problem with an original that cannot be read any more.</summary>
    public const string Damaged = "The original file cannot be read any more, so nothing was changed.";

    /// <summary>The problem with a click that chose no run.</summary>
    public const string NothingChosen = "Choose at least one run first.";

    /// <summary>The told kind of activity.</summary>
    public static string Was(RunKind? kind) => kind switch
    {
        RunKind.Run => "You said that this was a run.",
        RunKind.Walk => "You said that this was a walk.",
        _ => "You said that this was no run, so it counts nowhere.",
    };

    /// <summary>The told distance beside the measured one.</summary>
    public static string Distance(Distance told, Distance? measured, RunnerFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        return $"You said that the distance was {format.ExactDistance(told)}. "
            + (measured is { } known ? $"The file says {format.ExactDistance(known)}." : "The file holds none.");
    }

    /// <summary>The told start beside the measured one.</summary>
    public static string Start(LocalDate day, Instant told, Instant? measured, RunnerFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        return $"You said that this began on {DayFormat.WithYear(day)} at {format.TimeOfDay(told)}. "
            + (measured is { } known ? $"The file says {format.Moment(known)}." : "The file does not say.");
    }

    /// <summary>The outcome of one click on several runs.</summary>
    public static string Changed(int leftOut, int deleted) => (leftOut, deleted) switch
    {
        ( > 0, 0) => $"{RunnerFormat.Count(leftOut, "run is", "runs are")} left out.",
        (0, > 0) => $"{RunnerFormat.Count(deleted, "run is", "runs are")} deleted.",
        _ => $"{RunnerFormat.Count(leftOut + deleted, "run is", "runs are")} changed.",
    };
}
