using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Shared;

/// <summary>Today's ceiling in words; the one place for pages and mail.</summary>
public static class CeilingWords
{
    /// <summary>The ceiling, or that there is none: "Up to 11.0 km".</summary>
    public static string Headline(Ceiling ceiling, RunnerFormat format)
    {
        ArgumentNullException.ThrowIfNull(ceiling);
        ArgumentNullException.ThrowIfNull(format);
        return ceiling.Limit is { } limit ? "Up to " + format.Limit(limit) : "No ceiling today";
    }

    /// <summary>Why it is what it is, in one sentence.</summary>
    public static string Reason(Ceiling ceiling, RunnerFormat format)
    {
        ArgumentNullException.ThrowIfNull(ceiling);
        ArgumentNullException.ThrowIfNull(format);
        var rest = format.Distance(ceiling.Base);
        return ceiling.Reason switch
        {
            CeilingReason.Normal => $"That is {Beyond} beyond {rest}, your longest of the last {Published.SpikeWindowDays.Value} days.",
            CeilingReason.Spike => $"Your longest run was itself a jump, so we count {rest} of it and add {Beyond}.",
            CeilingReason.Return => $"You are coming back from a break: it rests on {rest}, half of your longest before it.",
            CeilingReason.WindowNotFull => $"That is {Beyond} beyond {rest}, your longest so far. Your first {Published.SpikeWindowDays.Value} days are not full yet.",
            CeilingReason.Hold => "Your knees ask to hold or reduce, so it is no more than your usual session.",
            CeilingReason.Stop => "Your diary says to stop running until it has settled.",
            CeilingReason.SeeADoctor => "A sign in your diary wants a doctor first.",
            CeilingReason.Paused => "You paused. It comes back when you end the pause.",
            CeilingReason.NoData => $"It needs {Choices.LeastRuns.Value} runs over {Choices.LeastDays.Value} days whose distance is known.",
            CeilingReason.Under18 => "The study behind it is of adults.",
            _ => throw new ArgumentOutOfRangeException(nameof(ceiling)),
        };
    }

    /// <summary>What has been run today already, since the ceiling is of one run and of no day; null where there is nothing to say.</summary>
    public static string? AlreadyRun(Ceiling ceiling, Distance? today, RunnerFormat format)
    {
        ArgumentNullException.ThrowIfNull(ceiling);
        ArgumentNullException.ThrowIfNull(format);
        return ceiling.Limit is not null && today is { Metres: > 0 } ran
            ? $"You have run {format.Distance(ran)} today already. The ceiling is for one run; what a second one on the same day adds, the study does not say."
            : null;
    }

    /// <summary>
    /// What the study found beyond the ceiling, in one sentence; null where there are no bands.
    /// </summary>
    public static string? Bands(Ceiling ceiling, RunnerFormat format)
    {
        ArgumentNullException.ThrowIfNull(ceiling);
        ArgumentNullException.ThrowIfNull(format);
        if (ceiling.Limit is null || ceiling.Bands.Count == 0)
        {
            return null;
        }

        var parts = ceiling.Bands.Select(band =>
            Times(band) + (band.UpTo is { } end ? " up to " + format.Limit(end) : " beyond that"));
        return $"Among {RunnerFormat.Number(Published.SpikeRunners.Value, 0)} runners, injuries of any site followed " + string.Join(", ", parts) + ", set against runs below the ceiling.";
    }

    private static string Beyond => RunnerFormat.Share(new Fraction(Published.SpikeFrom.Value - 1));

    private static string Times(CeilingBand band) => RunnerFormat.Number(band.HazardRatio, 1) + " times as often";
}
