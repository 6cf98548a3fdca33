using KneeLoad.Analysis.Surfaces;
using KneeLoad.Analysis.Tests.Surfaces;
using KneeLoad.Benchmarks.Valhalla;
using KneeLoad.Ingest.Maps.Building;
using KneeLoad.Ingest;
using KneeLoad.Ingest.Maps;
using KneeLoad.Testing;

namespace KneeLoad.Benchmarks;

/// <summary>valhalla: metres in the right class on the labelled tracks, ours and Valhalla's, as a table.</summary>
/// <remarks>Both get the same tracks, and both's ways are put into classes by the same rules from the same tags and held against the same truth.</remarks>
internal static class ValhallaVerb
{
    /// <summary>Runs the verb.</summary>
    /// <returns>0 = ahead on every extract, 1 = not, 2 = nothing to measure with.</returns>
    public static async Task<int> RunAsync()
    {
        if (SurfaceCorpus.IsAbsent || !ValhallaMatcher.IsInstalled)
        {
            await Console.Error.WriteLineAsync("valhalla: name the corpus by KNEELOAD_CORPUS, and run npm ci in tests/Benchmarks/Valhalla.");
            return 2;
        }

        var scores = new List<Score>();
        foreach (var place in SurfaceCorpus.Tracks())
        {
            scores.AddRange(await ScoreAsync(place.Key, [.. place]));
        }

        Console.WriteLine("| extract | runs | km | ours | Valhalla, gaps filled | Valhalla, gaps off the network |");
        Console.WriteLine("|---|---|---|---|---|---|");
        var isAhead = true;
        foreach (var place in scores.GroupBy(score => score.Place))
        {
            isAhead &= Print(place.Key, [.. place]);
        }

        Print("all", scores);
        return isAhead ? 0 : 1;
    }

    private static async Task<IEnumerable<Score>> ScoreAsync(string extract, (System.Text.Json.JsonElement Truth, byte[] Gpx)[] tracks)
    {
        using var folder = new ScratchFolder();
        await MapIndexBuilder.BuildAsync([extract], folder["index"]);
        var (map, _) = MapIndex.Open(folder["index"]);
        using (map)
        {
            var activities = tracks.Select(track => ActivityReader.Read(track.Gpx).Activities[0]).ToArray();
            var theirs = await ValhallaMatcher.MatchAsync(extract, activities);
            var ours = activities.Select(activity => SurfaceMatching.Match(activity, map!).Stretches);
            return tracks.Select(track => new TrackTruth(track.Truth)).Zip(ours, theirs).Select(run => new Score(
                Path.GetFileName(extract), run.First.Metres, run.First.RightMetres(run.Second),
                run.First.RightMetres(run.Third.Filled), run.First.RightMetres(run.Third.Bare))).ToArray();
        }
    }

    /// <summary>Prints a row; whether we are ahead there.</summary>
    private static bool Print(string name, IReadOnlyCollection<Score> scores)
    {
        double Share(Func<Score, double> right) => scores.Sum(right) / scores.Sum(score => score.Metres);
        var (ours, filled, bare) = (Share(score => score.Ours), Share(score => score.Filled), Share(score => score.Bare));
        Console.WriteLine($"| {name} | {scores.Count} | {scores.Sum(score => score.Metres) / 1000:F0} | {ours:P2} | {filled:P2} | {bare:P2} |");
        return ours > Math.Max(filled, bare);
    }

    private sealed record Score(string Place, double Metres, double Ours, double Filled, double Bare);
}
