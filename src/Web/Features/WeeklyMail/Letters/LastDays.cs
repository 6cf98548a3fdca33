using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Features.WeeklyMail.Letters;

/// <summary>The 7 days that end at sending, as the first screen shows them, beside the four blocks of 7 days before.</summary>
internal sealed record LastDays
{
    /// <summary>Length of a block. [d]</summary>
    public const int Length = 7;

    private const int BlocksShown = 5;

    /// <summary>Last day.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>Sums and usual.</summary>
    public required RollingDays Sums { get; init; }

    /// <summary>Runs of the 7 days without a known distance. [1]</summary>
    public int UnknownDistances => Sums.UnknownDistances;

    /// <summary>Metres of the blocks that lie within the history, oldest first, with the last day of each; the last is that of today.</summary>
    public required IReadOnlyList<(LocalDate LastDay, Distance Distance, int Unknown)> Blocks { get; init; }

    /// <summary>Runs of the 7 days. [1]</summary>
    public int Runs => Sums.Runs;

    /// <summary>First day.</summary>
    public LocalDate FirstDay => FirstDayOf(Today);

    public static LastDays Of(RunnerHistory history)
    {
        var today = history.Today;
        var runs = history.Runs.Where(run => run.Counts && run.Metrics.LocalDate <= today).ToList();
        var first = runs.Count == 0 ? today : runs.Min(run => run.Metrics.LocalDate);
        return new()
        {
            Today = today,
            Sums = RollingDays.Compute(history.Runs, today),
            Blocks =
            [
                .. Enumerable.Range(0, BlocksShown)
                    .Select(back => today.PlusDays(-back * Length))
                    .Where(last => last >= first)
                    .Reverse()
                    .Select(last => (last, RollingDays.Compute(history.Runs, last)))
                    .Select(block => (block.last, block.Item2.Distance, block.Item2.UnknownDistances)),
            ],
        };
    }

    /// <summary>First day of the block that ends on a day.</summary>
    public static LocalDate FirstDayOf(LocalDate last) => last.PlusDays(1 - Length);

    /// <summary>The 7 days against the usual, in two sentences.</summary>
    public string InWords(RunnerFormat format)
    {
        var say = format.Say;
        var held = Runs == 0
            ? say["WeeklyMail.Week.NoRuns"]
            : say[
                "WeeklyMail.Week.Held",
                ("amounts", Amounts(
                    Runs, format.Sum(Sums.Distance, Sums.UnknownDistances), format.Sum(Sums.KneeKilometres, Sums.UnknownLoads), Sums.Distance, format))];
        var usual = Sums.HasUsual
            ? say[
                "WeeklyMail.Week.Usual",
                ("amounts", Amounts(
                    Sums.UsualRuns, format.Distance(Sums.UsualDistance), format.KneeLoad(Sums.UsualKneeKilometres), Sums.UsualDistance, format))]
            : say["WeeklyMail.Week.NoUsual"];
        return say["WeeklyMail.Sentences", ("first", held), ("second", usual)];
    }

    // Runs whose distance nobody measured have no metres, and no load either.
    private static string Amounts(double runs, string distance, string load, Distance known, RunnerFormat format) => format.Say[
        known.Metres > 0 ? "WeeklyMail.Week.Amounts" : "WeeklyMail.Week.Amounts.Unknown",
        ("runs", format.Say.Count("WeeklyMail.Runs", (int)Math.Round(runs, MidpointRounding.AwayFromZero))),
        ("distance", distance),
        ("load", load)];
}
