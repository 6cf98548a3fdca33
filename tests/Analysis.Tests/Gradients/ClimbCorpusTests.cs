using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Analysis.Tests.Gradients;

/// <summary>Climb of real files against what their devices summed up themselves.</summary>
public sealed class ClimbCorpusTests(ITestOutputHelper output)
{
    private const double LeastMetres = 50;
    private static readonly string[] OnFoot = ["running", "walking", "hiking"];

    [Fact]
    public void Nine_of_ten_files_come_within_a_tenth_of_the_devices_totals()
    {
        Assert.SkipWhen(Corpus.IsAbsent, Corpus.AbsentReason);
        var activities = Corpus.OfFormat("fit")
            .SelectMany(file => ActivityReader.Read(file.Read()).Activities)
            .Where(a => a.Records.AltitudeMetres is { } altitude && altitude.MeasuredCount >= 0.9 * a.Records.Count)
            .Select(a => (a.Sport, Device: a, Ours: RunAnalysis.Analyse(a, DateTimeZone.Utc)!.Metrics))
            .ToArray();

        var onFoot = activities.Where(a => OnFoot.Contains(a.Sport)).ToArray();
        double[] shares =
        [
            Share("ascent", activities.Select(a => (a.Device.TotalAscent, a.Ours.Ascent))),
            Share("descent", activities.Select(a => (a.Device.TotalDescent, a.Ours.Descent))),
            Share("ascent on foot", onFoot.Select(a => (a.Device.TotalAscent, a.Ours.Ascent))),
            Share("descent on foot", onFoot.Select(a => (a.Device.TotalDescent, a.Ours.Descent))),
        ];

        Assert.All(shares, share => Assert.InRange(share, 0.9, 1));
    }

    private double Share(string name, IEnumerable<(Distance? Device, Distance? Ours)> climbs)
    {
        var judged = climbs.Where(climb => climb.Device is { Metres: >= LeastMetres }).ToArray();
        var close = judged.Count(climb =>
            climb.Ours is { } ours && Math.Abs(ours.Metres - climb.Device!.Value.Metres) <= 0.1 * climb.Device.Value.Metres);
        output.WriteLine($"{name}: {close} of {judged.Length} files, {(double)close / judged.Length:P1}");
        return (double)close / judged.Length;
    }
}
