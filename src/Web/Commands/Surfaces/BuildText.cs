using System.Diagnostics;
using KneeLoad.Ingest.Maps.Building;
using KneeLoad.Web.Commands.Terms;
using static System.FormattableString;

namespace KneeLoad.Web.Commands.Surfaces;

/// <summary>The outcome of a build, in one line.</summary>
internal static class BuildText
{
    public static string Of(MapBuild build, TimeSpan elapsed)
    {
        using var process = Process.GetCurrentProcess();
        return Invariant($"{build.Ways} ways, {build.Segments} segments, {build.IndexBytes} bytes")
            + Invariant($" ({(double)build.ShapeBytes / build.Segments:F1} a segment, {(double)build.IndexBytes / build.Segments:F1} with names)")
            + Invariant($", {elapsed.TotalSeconds:F1} seconds ({build.ExtractBytes / 1e6 / elapsed.TotalSeconds:F0} MB/s)")
            + Invariant($", peak memory {process.PeakWorkingSet64 / 1e6:F0} MB");
    }
}

/// <summary>Says at a terminal how far the build of an index has come: bytes read, and the time that is left.</summary>
internal sealed class BuildProgress(ProgressLine line) : IProgress<MapBuildProgress>
{
    public void Report(MapBuildProgress value) =>
        line.Show(Invariant($"{value.BytesRead / 1e6:F1} of {value.BytesToRead / 1e6:F1} MB read"), value.Done.Value);
}
