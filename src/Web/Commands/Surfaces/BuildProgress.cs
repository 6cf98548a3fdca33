using System.Diagnostics;
using KneeLoad.Ingest.Maps;
using static System.FormattableString;

namespace KneeLoad.Web.Commands.Surfaces;

/// <summary>Says at a terminal how far the build of an index has come: bytes read and the time that is left, on one line.</summary>
internal sealed class BuildProgress(TextWriter error, long start) : IProgress<MapBuildProgress>
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(200);
    private long told;

    public void Report(MapBuildProgress value)
    {
        if (Stopwatch.GetElapsedTime(told) < Often || value.Done.Value <= 0)
        {
            return;
        }

        told = Stopwatch.GetTimestamp();
        var left = Stopwatch.GetElapsedTime(start) * ((1 - value.Done.Value) / value.Done.Value);
        error.Write(Invariant($"\r{value.BytesRead / 1e6:F1} of {value.BytesToRead / 1e6:F1} MB read, {value.Done.Percent:F0} %, about {left.TotalSeconds:F0} s left   "));
    }

    /// <summary>Ends the line.</summary>
    public void End()
    {
        if (told != 0)
        {
            error.WriteLine();
        }
    }
}
