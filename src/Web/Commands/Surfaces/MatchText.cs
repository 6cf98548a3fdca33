using KneeLoad.Ingest.Maps;
using static System.FormattableString;

namespace KneeLoad.Web.Commands.Surfaces;

/// <summary>Writes matched files for a reader at a terminal.</summary>
internal static class MatchText
{
    private const double WholeMap = 0.9995;

    /// <summary>Writes each file as soon as it is matched, and whose the map is.</summary>
    public static void Write(IEnumerable<MatchedFile> files, TextWriter output)
    {
        foreach (var file in files)
        {
            output.WriteLine(file.File);
            if (file.Metres <= 0)
            {
                output.WriteLine("  no positions to match");
                continue;
            }

            var known = file.Sources.Tag + file.Sources.Corrected + file.Sources.File;
            output.WriteLine(Invariant($"  {file.Metres:F0} m: known {known:F0}, assumed {file.Sources.Assumed:F0}, unknown {file.Sources.None:F0}"));
            if (file.Coverage < WholeMap)
            {
                output.WriteLine(Invariant($"  no map here for {(1 - file.Coverage) * file.Metres:F0} m"));
            }

            foreach (var (surface, metres) in file.Classes.OrderByDescending(pair => pair.Value))
            {
                output.WriteLine(Invariant($"    {surface,-12}{metres,9:F0} m{metres / file.Metres,7:P0}"));
            }
        }

        output.WriteLine(MapIndex.Attribution);
    }
}
