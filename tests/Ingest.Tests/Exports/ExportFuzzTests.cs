using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility;
using KneeLoad.Ingest.Plausibility.Clocks;
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
        var originals = SampleFiles.OfEachKind().Where(sample => Path.GetExtension(sample.Name) is ".json" or ".csv").Select(sample => sample.Content).ToList();
        var (mutator, read) = (new Mutator(Seed), 0);

        for (var number = 0; number < (LongRun.IsAsked ? 1_000_000 : 10_000); number++)
        {
            read += Check(mutator.Mutate(originals[number % originals.Count]));
        }

        Assert.True(originals.Count >= 8);
        Assert.True(read > 1_000);
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
