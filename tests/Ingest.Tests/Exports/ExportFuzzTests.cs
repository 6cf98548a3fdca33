using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility;
using KneeLoad.Ingest.Plausibility.Clocks;
using KneeLoad.Ingest.Tests.Archives;
using KneeLoad.Testing;
using KneeLoad.Testing.Samples;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Exports;

/// <summary>No change to a file of an account export throws, takes long or gives a run that no run can be.</summary>
public sealed class ExportFuzzTests
{
    private const int Seed = 20_261_128;

    private static readonly BeliefContext Context = new(null, Instant.FromUtc(2026, 12, 1, 0, 0));

    [Fact]
    public void No_change_to_an_export_breaks_its_reading()
    {
        var originals = SampleFiles.OfEachKind().Where(sample => Path.GetExtension(sample.Name) is ".json" or ".csv" or ".kml").Select(sample => sample.Content)
            .Append(Encoding.UTF8.GetBytes(SplitRunTests.Phone)).ToList();
        var (mutator, read) = (new Mutator(Seed), 0);

        for (var number = 0; number < (LongRun.IsAsked ? 1_000_000 : 10_000); number++)
        {
            read += Check(mutator.Mutate(originals[number % originals.Count]));
        }

        Assert.True(originals.Count >= 17);
        Assert.True(read > 1_000);
    }

    [Fact]
    public void No_change_to_a_file_of_a_split_run_breaks_the_others()
    {
        var (mutator, read) = (new Mutator(Seed), 0);
        for (var number = 0; number < (LongRun.IsAsked ? 30_000 : 300); number++)
        {
            var files = SplitRunTests.Archive.Select(file => (file.Name, Content: Encoding.UTF8.GetBytes(file.Content))).ToArray();
            ref var changed = ref files[number % files.Length];
            changed.Content = mutator.Mutate(changed.Content);
            var archive = MadeArchives.Zip(files);

            var results = LongestReading.Of(() => ActivityReader.ReadAll(new MemoryStream(archive), "x.zip").Select(file => file.Result).ToList());

            Assert.Equal(files.Length, results.Count);
            read += results.Sum(result => result.Activities.Count);
        }

        Assert.True(read > 300);
    }

    private static int Check(byte[] content)
    {
        try
        {
            var result = LongestReading.Of(() => ActivityReader.ReadAll(new MemoryStream(content), "x").Select(file => file.Result).ToList()).Single();
            Assert.True(result.Status is ReadStatus.Read or ReadStatus.Partial ? result.Activities.Count > 0 : result is { Reason: not null, Activities: [] });
            foreach (var activity in BelievedActivities.Of(result.Activities, Context))
            {
                Assert.True(activity.TotalDistance is null or { Metres: > 0 and < 1e7 });
                Assert.True(activity.TotalTimer is null || activity.TotalTimer > Duration.Zero);
            }

            return result.Activities.Count;
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"The reading failed on {Convert.ToBase64String(content)}", exception);
        }
    }
}
