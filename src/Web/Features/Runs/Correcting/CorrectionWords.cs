using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Features.Runs.Correcting;

/// <summary>Says a runner's corrections, on the page of a run and on the list of runs.</summary>
public static class CorrectionWords
{
    /// <summary>The told kind of activity.</summary>
    public static string Was(RunKind? kind, Language say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return say[kind switch
        {
            RunKind.Run => "Runs.Told.WasRun",
            RunKind.Walk => "Runs.Correct.ToldWalk",
            _ => "Runs.Correct.ToldNoRun",
        }];
    }

    /// <summary>The told distance beside the measured one.</summary>
    public static string Distance(Distance told, Distance? measured, RunnerFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        return measured is { } known
            ? format.Say["Runs.Told.Distance", ("told", format.ExactDistance(told)), ("measured", format.ExactDistance(known))]
            : format.Say["Runs.Told.DistanceAlone", ("told", format.ExactDistance(told))];
    }

    /// <summary>The told start beside the measured one.</summary>
    public static string Start(LocalDate day, Instant told, Instant? measured, RunnerFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        var (on, at) = (format.Say.Days.WithYear(day), format.TimeOfDay(told));
        return measured is { } known
            ? format.Say["Runs.Told.Start", ("day", on), ("time", at), ("measured", format.Moment(known))]
            : format.Say["Runs.Told.StartAlone", ("day", on), ("time", at)];
    }

    /// <summary>The outcome of one click on several runs.</summary>
    public static string Changed(ClickOnRuns click, Language say)
    {
        ArgumentNullException.ThrowIfNull(click);
        ArgumentNullException.ThrowIfNull(say);
        return click switch
        {
            { Same: > 0 } => say["Runs.Told.SameRuns"],
            { Other: > 0 } => say["Runs.Told.OtherRuns"],
            { LeftOut: > 0, Deleted: 0 } => say.Count("Runs.Told.LeftOutOf", click.LeftOut),
            { LeftOut: 0, Deleted: > 0 } => say.Count("Runs.Told.DeletedOf", click.Deleted),
            _ => say.Count("Runs.Told.ChangedOf", click.LeftOut + click.Deleted),
        };
    }
}
