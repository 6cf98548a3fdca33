using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Shared;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Runs;

/// <summary>Pacing in words.</summary>
internal static class PacingWords
{
    public static string Against(Fraction? ratio) => ratio is { } known
        ? Math.Round(100 * (known.Value - 1)) switch
        {
            0 => "as fast",
            > 0 => RunnerFormat.Share(new(known.Value - 1)) + " faster",
            _ => RunnerFormat.Share(new(1 - known.Value)) + " slower",
        }
        : "too short to say";

    public static string Drift(double? stepsPerMinute) => stepsPerMinute is { } known
        ? (known > 0.5 ? "+" : "") + RunnerFormat.Value(known, 0, "steps/min")
        : RunnerFormat.NotMeasured;
}
