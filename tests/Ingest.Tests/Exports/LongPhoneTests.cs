using KneeLoad.Ingest.Activities;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Exports;

/// <summary>An export of a phone is read as a stream, however long it is: two gigabytes in the long run of the tests.</summary>
public sealed class LongPhoneTests
{
    private const int Runs = 300;
    private const long MostMemory = 300L << 20;

    [Fact]
    public void An_export_of_any_length_is_read_in_a_memory_of_its_runs()
    {
        using var folder = new ScratchFolder();
        var path = Path.Combine(folder.Path, "export.zip");
        PhoneExport.Write(path, LongRun.IsAsked ? 2L << 30 : 8L << 20, LongRun.IsAsked ? Runs : 3);
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        using var archive = File.OpenRead(path);
        var runs = ActivityReader.ReadAll(archive, "export.zip").SelectMany(file => file.Result.Activities).ToList();

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: false) - before, long.MinValue, MostMemory);
        Assert.Equal(LongRun.IsAsked ? Runs : 3, runs.Count);
        Assert.All(runs, run => Assert.Equal(("treadmill", 5_000), (run.SubSport, run.TotalDistance!.Value.Metres)));
        Assert.All(runs, run => Assert.Equal(360, run.Records[RecordField.HeartRate]!.MeasuredCount));
    }
}
