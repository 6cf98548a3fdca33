using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using KneeLoad.Analysis.Surfaces;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Maps.Osm;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Testing;

namespace KneeLoad.Benchmarks.Valhalla;

/// <summary>Valhalla's map matching, in a process of its own (match.mjs), with its ways judged by our rules.</summary>
internal static class ValhallaMatcher
{
    private static readonly WaySurface OffNetwork = new(SurfaceClass.OffNetwork, SurfaceSource.None);

    /// <summary>Whether <c>npm ci</c> has been run in its folder.</summary>
    public static bool IsInstalled => Directory.Exists(Path.Combine(Home, "node_modules", "@valhallajs"));

    private static string Home => Path.Combine(Repository.Root, "tests", "Benchmarks", "Valhalla");

    /// <summary>Matches tracks over one extract.</summary>
    /// <returns>For each, the stretches with what it leaves out filled from the ways beside, and the same counted as off the network.</returns>
    public static async Task<IReadOnlyList<(IReadOnlyList<SurfaceStretch> Filled, IReadOnlyList<SurfaceStretch> Bare)>> MatchAsync(
        string extract, IReadOnlyList<KneeLoad.Ingest.Activities.Activity> tracks)
    {
        using var folder = new ScratchFolder();
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Home, "match.mjs"), extract, folder.Path])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;

        // Both at once: each side's pipe holds less than all tracks.
        var reading = node.StandardOutput.ReadToEndAsync();
        foreach (var track in tracks)
        {
            await node.StandardInput.WriteLineAsync(LineOf(track));
        }

        node.StandardInput.Close();
        var lines = (await reading).Split('\n').Where(line => line.StartsWith('[')).ToArray();
        await node.WaitForExitAsync();
        if (node.ExitCode != 0 || lines.Length != tracks.Count)
        {
            throw new InvalidOperationException($"Valhalla ended with {node.ExitCode} after {lines.Length} of {tracks.Count} tracks.");
        }

        var surfaces = SurfacesOf(extract);
        return [.. lines.Select(line => (StretchesOf(line, surfaces, filled: true), StretchesOf(line, surfaces, filled: false)))];
    }

    private static string LineOf(KneeLoad.Ingest.Activities.Activity track)
    {
        double[] Column(RecordField field) => track.Records[field]!.ToArray();
        var (latitudes, longitudes, times) = (Column(RecordField.PositionLat), Column(RecordField.PositionLong), track.Records.TimeUnixSeconds!.ToArray());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[{string.Join(',', latitudes.Select((latitude, i) => FormattableString.Invariant($"[{latitude:F7},{longitudes[i]:F7},{times[i]:F0}]")))}]");
    }

    private static IReadOnlyList<SurfaceStretch> StretchesOf(string line, Dictionary<long, WaySurface> surfaces, bool filled) =>
    [
        .. JsonSerializer.Deserialize<double[][]>(line)!.Select(piece => new SurfaceStretch(
            (int)piece[0], (int)piece[0] + 1,
            piece[3] > 0 && !filled ? OffNetwork : surfaces.GetValueOrDefault((long)piece[1]),
            new Distance(piece[2]), null, HasMap: true)),
    ];

    /// <summary>The surfaces of an extract's ways by their numbers in OpenStreetMap, from the tags that our own index is made of.</summary>
    private static Dictionary<long, WaySurface> SurfacesOf(string extract)
    {
        var surfaces = new Dictionary<long, WaySurface>();
        var (file, _) = OsmPbfFile.Open(extract);
        using (file)
        {
            using var block = new OsmBlock();
            var ways = new OsmWays();
            var needed = new NodeFilter(0);
            foreach (var blob in file!.Blobs)
            {
                if (block.Unpack(file, blob, OsmContents.Ways) is null && ways.Read(block.Bytes, needed))
                {
                    ways.Ways.ForEach(way => surfaces[way.Id] = way.Nature.Surface);
                }
            }
        }

        return surfaces;
    }
}
