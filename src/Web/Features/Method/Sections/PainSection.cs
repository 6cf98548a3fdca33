using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Web.Features.Method.Blocks;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Care;
using KneeLoad.Web.Words.Scores;

namespace KneeLoad.Web.Features.Method.Sections;

/// <summary>The diary: pain, the way back after a stop, and the signs that want a doctor first.</summary>
internal static class PainSection
{
    public static MethodSection Make(RunnerFormat format)
    {
        var say = format.Say;
        string N(double number) => format.Number(number, 0);
        var (pain, stop, worst) = (("pain", N(Published.AcceptablePain.Value)), ("stop", N(Choices.PainToStop.Value)), ("worst", N(PainWords.WorstPain)));
        return new(
            "pain",
            say["Method.Pain.Title"],
            [
                new MethodBlock.Paragraph(say["Method.Pain.Intro"]),
                new MethodBlock.Items(
                [
                    say["Method.Pain.Hold", pain, worst, ("minutes", N(Choices.HoldWalk.Value.TotalMinutes)), ("days", N(Choices.GateDays.Value))],
                    say["Method.Pain.Stop", stop, worst, ("walk", N(Choices.LadderWalk.Value.TotalMinutes)), ("half", format.Share(Choices.LadderHalf.Value))],
                    say["Method.Pain.Recurring", ("count", N(Choices.RecurringPainCount.Value)), ("days", N(Choices.RecurringPainDays.Value))],
                    say[
                        "Method.Pain.Limits", pain, stop, worst, ("outcome", OutcomeWords.Of(Published.AcceptablePain, say)),
                        ("other", OutcomeWords.Of(Published.PainToStop, say))],
                ]),
            ]);
    }

    /// <summary>The table of signs.</summary>
    public static MethodSection MakeRedFlags(RunnerFormat format)
    {
        var say = format.Say;
        return new(
            "red-flags",
            say["Method.RedFlags.Title"],
            [
                new MethodBlock.Paragraph(say["Method.RedFlags.Intro"]),
                new MethodBlock.Table(
                    say["Method.RedFlags.Table"],
                    [say["Method.RedFlags.Sign"], say["Method.RedFlags.Urgency"], say["Method.RedFlags.FirstAid"], say["Method.Score.Sources"]],
                    [
                        .. RedFlagTable.All.Select(row => (IReadOnlyList<MethodCell>)
                        [
                            string.Join(". ", new[] { RedFlagWords.Sign(row.Flag, say), RedFlagWords.Breathless(row.Flag, say) }.OfType<string>()),
                            RedFlagWords.Urgency(row.Urgency, say),
                            RedFlagWords.FirstAid(row.FirstAid, say),
                            MethodCell.OfSources(row.Sources),
                        ]),
                    ]),
            ]);
    }
}
