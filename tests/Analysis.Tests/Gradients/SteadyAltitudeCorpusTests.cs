using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest;
using KneeLoad.Ingest.Activities;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Analysis.Tests.Gradients;

/// <summary>Altitude that wanders little is taken for a barometer's: how often, over real files that name one and that name none.</summary>
public sealed class SteadyAltitudeCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Most_files_that_name_a_barometer_would_be_known_by_how_little_their_altitude_wanders()
    {
        Assert.SkipWhen(Corpus.IsAbsent, Corpus.AbsentReason);
        var activities = Corpus.OfFormat("fit")
            .SelectMany(file => ActivityReader.Read(file.Read()).Activities)
            .Where(activity => activity.Records.AltitudeMetres is { } altitude && altitude.MeasuredCount >= 0.9 * activity.Records.Count)
            .Select(activity => (activity.AltitudeSource, IsSteady: RunAnalysis.Analyse(
                activity with { AltitudeSource = AltitudeSource.Unknown }, DateTimeZone.Utc)!.Metrics.DescentOnSlopes is not null))
            .ToLookup(one => one.AltitudeSource, one => one.IsSteady);

        foreach (var source in activities)
        {
            output.WriteLine($"{source.Key}: {source.Count(steady => steady)} of {source.Count()} files are steady");
        }

        // docs/decisions/070-altitude-that-wanders-little-measures-a-descent.md states the figures.
        Assert.True(activities[AltitudeSource.Barometer].Count(steady => steady) > 0.75 * activities[AltitudeSource.Barometer].Count());
    }
}
