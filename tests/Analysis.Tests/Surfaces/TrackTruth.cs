using System.Text.Json;
using KneeLoad.Analysis.Surfaces;
using KneeLoad.Ingest.Grounds;

namespace KneeLoad.Analysis.Tests.Surfaces;

/// <summary>The ground of a made track, metre by metre, and the share of it that a match has right.</summary>
internal sealed class TrackTruth
{
    private readonly double[] metresAt;
    private readonly (double From, double To, string Surface)[] pieces;

    public TrackTruth(JsonElement truth)
    {
        metresAt = [.. truth.GetProperty("point_m").EnumerateArray().Select(value => value.GetDouble())];
        pieces = [.. truth.GetProperty("pieces").EnumerateArray().Select(piece =>
            (piece.GetProperty("from").GetDouble(), piece.GetProperty("from").GetDouble() + piece.GetProperty("m").GetDouble(), ClassOf(piece)))];
    }

    /// <summary>True metres. [m]</summary>
    public double Metres => metresAt[^1] - metresAt[0];

    /// <summary>Metres in the right class: between each record and the next, what matched and true metres have in common. [m]</summary>
    public double RightMetres(IEnumerable<SurfaceStretch> stretches)
    {
        var matched = Enumerable.Range(0, metresAt.Length).Select(_ => new Dictionary<string, double>()).ToArray();
        foreach (var stretch in stretches)
        {
            var span = metresAt[stretch.ToRecord] - metresAt[stretch.FromRecord];
            for (var i = stretch.FromRecord; i < stretch.ToRecord; i++)
            {
                var share = span > 0 ? (metresAt[i + 1] - metresAt[i]) / span : 1.0 / (stretch.ToRecord - stretch.FromRecord);
                var name = SurfaceClasses.NameOf(stretch.Surface.Class);
                matched[i][name] = matched[i].GetValueOrDefault(name) + (share * stretch.Length.Metres);
            }
        }

        return Enumerable.Range(0, metresAt.Length - 1).Sum(i => RightBetween(metresAt[i], metresAt[i + 1], matched[i]));
    }

    private double RightBetween(double from, double to, Dictionary<string, double> matched)
    {
        var all = matched.Values.Sum();
        return all <= 0 ? 0 : pieces
            .Where(piece => piece.To > from && piece.From < to)
            .GroupBy(piece => piece.Surface, piece => Math.Min(piece.To, to) - Math.Max(piece.From, from))
            .Sum(truth => Math.Min(truth.Sum(), matched.GetValueOrDefault(truth.Key) / all * (to - from)));
    }

    /// <summary>
    /// The truth's class in our words. Its own rules leave two cases open that ours decide: a track without a grade, and a
    /// living street that is paved.
    /// </summary>
    private static string ClassOf(JsonElement piece)
    {
        var highway = piece.GetProperty("highway").GetString();
        var source = piece.GetProperty("source").GetString();
        return piece.GetProperty("class").GetString() switch
        {
            "unknown" when highway == "track" && source == "none" => "dirt",
            "asphalt" when highway == "living_street" && piece.GetProperty("surface").GetString() == "paved" => "paving",
            "paved?" => "paved",
            "unpaved?" => "unpaved",
            "none" => "off-network",
            var surface => surface!,
        };
    }
}
