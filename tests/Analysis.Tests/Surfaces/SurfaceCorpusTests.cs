using KneeLoad.Analysis.Surfaces;
using KneeLoad.Ingest.Maps.Building;
using KneeLoad.Ingest;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Maps;
using KneeLoad.Testing;

namespace KneeLoad.Analysis.Tests.Surfaces;

/// <summary>Matching over real maps, against made tracks whose surface is known.</summary>
public sealed class SurfaceCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Of_a_hundred_metres_97_and_a_half_are_in_the_right_class()
    {
        Assert.SkipWhen(SurfaceCorpus.IsAbsent, Corpus.AbsentReason);
        var runs = new List<(string Place, double Metres, double Right, double Oracle)>();
        foreach (var place in SurfaceCorpus.Tracks())
        {
            using var map = await BuildAsync(place.Key);
            foreach (var (json, gpx) in place)
            {
                var (truth, activity) = (new TrackTruth(json), ActivityReader.Read(gpx).Activities[0]);
                runs.Add((
                    Path.GetFileName(place.Key), truth.Metres,
                    truth.RightMetres(SurfaceMatching.Match(activity, map).Stretches),
                    truth.RightMetres(NearestMatcher.Match(activity, map))));
            }
        }

        foreach (var place in runs.GroupBy(run => run.Place))
        {
            output.WriteLine($"{place.Key,-24} {Share(place, run => run.Right):P2}, nearest way {Share(place, run => run.Oracle):P2}, {place.Count()} runs");
        }

        var tenth = runs.Select(run => run.Right / run.Metres).Order().ElementAt(runs.Count / 10);
        output.WriteLine($"all {Share(runs, run => run.Right):P2}, nearest way {Share(runs, run => run.Oracle):P2}, tenth run from below {tenth:P1}");
        Assert.True(Share(runs, run => run.Right) >= 0.975);
        Assert.True(Share(runs, run => run.Oracle) < Share(runs, run => run.Right));
        Assert.True(tenth >= 0.93);
        Assert.All(runs.GroupBy(run => run.Place), place => Assert.True(Share(place, run => run.Right) >= 0.9, place.Key));
    }

    private static double Share(
        IEnumerable<(string Place, double Metres, double Right, double Oracle)> runs,
        Func<(string Place, double Metres, double Right, double Oracle), double> part)
    {
        var all = runs.ToArray();
        return all.Sum(part) / all.Sum(run => run.Metres);
    }

    private static async Task<MapIndex> BuildAsync(string extract)
    {
        using var folder = new ScratchFolder();
        var build = await MapIndexBuilder.BuildAsync([extract], folder["index"]);
        Assert.Null(build.Refusal);
        return MapIndex.Open(folder["index"]).Index!;
    }
}
