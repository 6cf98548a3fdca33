using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Runs.Repeats;
using KneeLoad.Ingest;
using KneeLoad.Testing.Samples;
using NodaTime;

namespace KneeLoad.Analysis.Tests.Runs;

/// <summary>One run written as FIT, GPX and TCX is one run.</summary>
public sealed class SameRunTests
{
    private static readonly AnalysedActivity Watch = Analyse("first-run.fit");

    [Theory]
    [InlineData("first-run.gpx")]
    [InlineData("first-run.tcx")]
    public void Export_gives_the_numbers_of_the_watch_file(string name)
    {
        var export = Analyse(name);

        Assert.Equal(Watch.Metrics.Start, export.Metrics.Start);
        Assert.Equal(Watch.Metrics.Timer, export.Metrics.Timer);
        Assert.Equal(Watch.Metrics.Kind, export.Metrics.Kind);
        Near(0.02, Watch.Metrics.Distance!.Value.Metres, export.Metrics.Distance!.Value.Metres);
        Near(0.01, Watch.Metrics.Cadence!.Value.StepsPerMinute, export.Metrics.Cadence!.Value.StepsPerMinute);
        Near(0.01, Watch.Metrics.HeartRate!.Value.BeatsPerMinute, export.Metrics.HeartRate!.Value.BeatsPerMinute);
        Near(0.03, KneeKilometres(Watch), KneeKilometres(export));
        Assert.InRange(export.Metrics.Ascent!.Value.Metres, Watch.Metrics.Ascent!.Value.Metres - 1, Watch.Metrics.Ascent.Value.Metres + 1);
    }

    [Fact]
    public void Three_files_of_it_count_once()
    {
        var repeats = Duplicates.Find([.. new[]
        {
            "first-run.fit", "first-run.gpx", "first-run.tcx"
        }.Select(name => DuplicateCandidate.Of(name, Analyse(name).Metrics))]);

        Assert.Equal(2, repeats.Count);
    }

    // Cadence loses its fraction in an export, and a distance from positions has their errors in it.
    private static void Near(double share, double expected, double actual) => Assert.InRange(actual / expected, 1 - share, 1 + share);

    private static double KneeKilometres(AnalysedActivity run) =>
        RunLoads.Compute([BaselineRun.Of(run.Metrics, run.Cells, isSetAside: false)])[0].KneeKilometres!.Value.Value;

    private static AnalysedActivity Analyse(string name)
    {
        var file = SampleFiles.OfEachKind().Single(sample => sample.Name == name).Content;
        return RunAnalysis.Analyse(ActivityReader.Read(file).Activities[0], DateTimeZone.Utc)!;
    }
}
