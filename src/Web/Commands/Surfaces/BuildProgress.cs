using KneeLoad.Ingest.Maps.Building;
using KneeLoad.Web.Commands.Terms;
using static System.FormattableString;

namespace KneeLoad.Web.Commands.Surfaces;

/// <summary>Says at a terminal how far the build of an index has come: bytes read, and the time that is left.</summary>
internal sealed class BuildProgress(ProgressLine line) : IProgress<MapBuildProgress>
{
    public void Report(MapBuildProgress value) =>
        line.Show(Invariant($"{value.BytesRead / 1e6:F1} of {value.BytesToRead / 1e6:F1} MB read"), value.Done.Value);
}
