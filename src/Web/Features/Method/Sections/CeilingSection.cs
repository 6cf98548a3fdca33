using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Features.Method.Blocks;
using KneeLoad.Web.Features.Method.Constants;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Method.Sections;

/// <summary>The furthest run that is no jump, and how far a session counts towards it.</summary>
internal static class CeilingSection
{
    public static MethodSection Make(RunnerFormat format)
    {
        var say = format.Say;
        string N(double number) => ConstantFormat.Number(number, format);
        return new(
            "ceiling",
            say["Method.Ceiling.Title"],
            [
                new MethodBlock.Formula(Equations.Ceiling, say["Method.Ceiling.Formula", ("days", N(Published.SpikeWindowDays.Value))]),
                new MethodBlock.Items(
                [
                    say[
                        "Method.Ceiling.Counted",
                        ("share", format.Share(new Fraction(Published.SpikeFrom.Value - 1))),
                        ("days", N(Published.SpikeWindowDays.Value)),
                        ("from", N(Choices.CountedDays.Value.From)),
                        ("to", N(Choices.CountedDays.Value.To)),
                        ("early", N(Choices.LeastDays.Value)),
                        ("factor", N(Choices.EarlyCountedFactor.Value)),
                        ("others", N(Choices.CountedRank.Value - 1)),
                        ("rank", N(Choices.CountedRank.Value))],
                    say["Method.Ceiling.Return", ("share", format.Share(Choices.ReturnShare.Value))],
                    say["Method.Ceiling.NoPermission", ("minutes", N(Choices.LongSession.Value.TotalMinutes))],
                    say["Method.Ceiling.Pain", ("days", N(Choices.HabitDays.Value))],
                ]),
            ]);
    }
}
