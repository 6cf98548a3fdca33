using KneeLoad.Ingest.Activities;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Fit;

/// <summary>The memory that reading a FIT file allocates, and that it keeps from one file to the next.</summary>
public sealed class FitMemoryTests
{
    // Columns alone take nine tenths of these files' bytes; what comes on top is the same for a run of an hour as of a minute.
    private const double MostPerByte = 1.15;

    [Fact]
    public void A_short_run_takes_hardly_more_memory_than_its_own_bytes()
    {
        var runs = Directory.GetFiles(Path.Combine(Repository.Root, "samples", "demo"), "*.fit")
            .Select(File.ReadAllBytes)
            .Where(file => file.Length > 10_000)
            .ToList();
        Allocated(runs[0]);

        var perByte = runs.Sum(Allocated) / (double)runs.Sum(file => file.Length);

        Assert.InRange(perByte, 0.5, MostPerByte);
    }

    [Fact]
    public void What_one_file_defines_no_other_knows()
    {
        var defining = MadeRuns.Short(new FitFileBuilder()).ToBytes();
        // One data message of the type that the other file's records have, and no definition.
        var relying = new FitFileBuilder().Bytes([5, .. new byte[40]]).ToBytes();

        var before = ActivityReader.Read(relying);
        var read = ActivityReader.Read(defining);
        var after = ActivityReader.Read(relying);

        Assert.Equal(ReadStatus.Read, read.Status);
        Assert.Equal(ReadFault.UndefinedLocalMessage, before.Fault);
        Assert.Equal((before.Fault, before.Reason), (after.Fault, after.Reason));
    }

    [Fact]
    public void Files_read_side_by_side_do_not_touch_one_another()
    {
        var files = MadeRuns.OfEveryKind();
        var alone = files.Select(Summary).ToList();

        var together = Enumerable.Range(0, 64).AsParallel().AsOrdered().Select(_ => files.Select(Summary).ToList()).ToList();

        Assert.All(together, summaries => Assert.Equal(alone, summaries));
    }

    private static long Allocated(byte[] file)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        ActivityReader.Read(file);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Summary(byte[] file)
    {
        var result = ActivityReader.Read(file);
        var sums = result.Activities.SelectMany(activity => Enum.GetValues<RecordField>().Select(field => activity.Records[field]))
            .Select(column => column?.ToArray().Where(double.IsFinite).Sum());
        return $"{result.Status} {result.Reason} {string.Join(' ', result.Warnings)} {string.Join(' ', sums)}";
    }
}
