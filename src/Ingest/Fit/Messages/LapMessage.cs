using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Protocol;

namespace KneeLoad.Ingest.Fit.Messages;

/// <summary>Reads laps (lap, message 19). Start, times and distance have the numbers and scales that they have in session.</summary>
internal static class LapMessage
{
    /// <summary>The lap that a message states.</summary>
    public static Lap Read(FitMessage message) => new(
        message.Whole(2) is { } start ? FitTime.ToInstant(start) : null,
        FitTotals.Milliseconds(message.Number(7)),
        FitTotals.Milliseconds(message.Number(8)),
        FitTotals.Metres(message.Number(9) / 100));
}
