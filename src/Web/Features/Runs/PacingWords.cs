using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Runs;

/// <summary>Says how the begin and the end of a run compare with the rest.</summary>
internal static class PacingWords
{
    private const double NoDrift = 0.5;

    public static string Against(Fraction? ratio, LanguageFormat format) => ratio is not { } known
        ? format.Say["Runs.Form.TooShort"]
        : Math.Round(new Fraction(known.Value - 1).Percent) switch
        {
            0 => format.Say["Runs.Form.AsFast"],
            > 0 => format.Say["Runs.Form.Faster", ("share", format.Share(new(known.Value - 1)))],
            _ => format.Say["Runs.Form.Slower", ("share", format.Share(new(1 - known.Value)))],
        };

    public static string Drift(double? stepsPerMinute, LanguageFormat format) => stepsPerMinute is { } known
        ? (known > NoDrift ? "+" : "") + format.Cadence(new Cadence(known))
        : format.NotMeasured;
}
