using KneeLoad.Analysis.Surfaces;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Maps.Building;
using KneeLoad.Ingest.Maps;
using KneeLoad.Ingest;
using KneeLoad.Ingest.Activities;
using KneeLoad.Testing;
using KneeLoad.Testing.Samples;
using KneeLoad.Web.Features.Demo;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Demo;

public sealed class DemoFilesTests
{
    private static readonly string Samples = Path.Combine(Repository.Root, "samples", "demo");
    private static readonly string Map = Path.Combine(Repository.Root, "samples", "demo-map");

    [Theory]
    [InlineData(2026, 6, 29)]
    [InlineData(2026, 11, 22)]
    [InlineData(2031, 2, 3)]
    public void The_last_run_lies_within_the_last_seven_days(int year, int month, int day)
    {
        var now = Instant.FromUtc(year, month, day, 12, 0);

        var last = DemoFiles.Read(Samples, now).Max(file => ActivityReader.Read(file.Content).Activities[0].Start!.Value);

        Assert.InRange(now - last, Duration.Zero, Duration.FromDays(7));
    }

    [Fact]
    public void Every_sample_reads_without_a_warning_and_spans_at_least_sixteen_weeks()
    {
        var results = DemoFiles.Read(Samples, Instant.FromUtc(2026, 11, 22, 12, 0)).Select(file => ActivityReader.Read(file.Content)).ToList();

        Assert.All(results, result => Assert.Equal(ReadStatus.Read, result.Status));
        var starts = results.Select(result => result.Activities[0].Start!.Value).ToList();
        Assert.True(starts.Max() - starts.Min() >= Duration.FromDays(16 * 7));
        Assert.Contains(results, result => result.Format == ActivityFormat.Gpx);
        Assert.Contains(results, result => result.Format == ActivityFormat.Fit);
    }

    [Fact]
    public async Task Every_metre_of_every_sample_lies_on_a_way_of_the_sample_map()
    {
        using var scratch = new ScratchFolder();
        var path = scratch["town.index"];
        await MapIndexBuilder.BuildAsync([Path.Combine(Map, "town.osm.pbf")], path, cancellation: TestContext.Current.CancellationToken);
        using var town = MapIndex.Open(path).Index!;

        var stretches = DemoFiles.Read(Samples, Instant.FromUtc(2026, 11, 22, 12, 0))
            .SelectMany(file => SurfaceMatching.Match(ActivityReader.Read(file.Content).Activities[0], town).Stretches)
            .ToList();

        Assert.All(stretches, stretch => Assert.True(stretch.HasMap && stretch.Surface.Class != SurfaceClass.OffNetwork));
        Assert.Contains(stretches, stretch => stretch.Surface.Source == SurfaceSource.Assumed);
        Assert.Contains(stretches, stretch => stretch.Surface == WaySurface.Unknown);
    }

    [Fact]
    public void The_samples_are_what_their_builder_makes()
    {
        Assert.All(SampleFiles.Demo(), file => Assert.Equal(file.Content, File.ReadAllBytes(Path.Combine(Samples, file.Name))));
        Assert.All(SampleFiles.DemoMap(), file => Assert.Equal(file.Content, File.ReadAllBytes(Path.Combine(Map, file.Name))));
    }
}
