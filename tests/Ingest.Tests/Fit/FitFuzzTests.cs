using FsCheck;
using FsCheck.Fluent;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Testing;
using KneeLoad.Testing.Samples;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Fit;

public sealed class FitFuzzTests(ITestOutputHelper output)
{
    private const int Seed = 20_240_501;


    [Fact]
    public void No_bytes_whatever_break_the_reader() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            Invariants.Check(bytes);
            Invariants.Check([.. new FitFileBuilder { FileCheck = FitCheck.Missing, StatedDataSize = (uint)bytes.Length }.Bytes(bytes).ToBytes(), 0, 0]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(LongRun.IsAsked ? 100_000 : 2_000));

    [Fact]
    public void UP_12_No_change_to_a_made_file_breaks_the_reader()
    {
        List<byte[]> originals =
        [
            .. MadeRuns.OfEveryKind(),
            .. SampleFiles.OfEachKind().Where(sample => sample.Name.EndsWith(".fit", StringComparison.Ordinal)).Select(sample => sample.Content),
        ];
        var mutations = LongRun.IsAsked ? 1_000_000 : 20_000;
        var mutator = new Mutator(Seed);

        for (var i = 0; i < mutations; i++)
        {
            Invariants.Check(mutator.Mutate(originals[i % originals.Count]));
        }

        output.WriteLine($"{mutations} mutations of {originals.Count} made files with seed {Seed}");
    }

    [Fact]
    public void UP_12_No_change_to_a_real_file_breaks_the_reader()
    {
        Assert.SkipWhen(Corpus.IsAbsent, Corpus.AbsentReason);
        var originals = Corpus.OfFormat("fit").Select(file => file.Read()).Where(file => file.Length is > 0 and < 100_000).ToList();
        var mutations = LongRun.IsAsked ? 100_000 : 2_000;
        var mutator = new Mutator(Seed);

        for (var i = 0; i < mutations; i++)
        {
            Invariants.Check(mutator.Mutate(originals[i % originals.Count]));
        }

        output.WriteLine($"{mutations} mutations of {originals.Count} real files with seed {Seed}");
    }

    [Fact]
    public void Pauses_of_sessions_that_lie_upon_one_another_do_not_multiply()
    {
        var file = new FitFileBuilder();
        for (var second = 0; second < 30_000; second += 2)
        {
            file.TimerStop(MadeRuns.Start + Duration.FromSeconds(second)).TimerStart(MadeRuns.Start + Duration.FromSeconds(second + 1));
        }

        for (var session = 0; session < 200; session++)
        {
            file.Session(new FitSession { Start = MadeRuns.Start + Duration.FromSeconds(session), Elapsed = Duration.FromDays(1) });
        }

        var bytes = file.ToBytes();

        Invariants.Check(bytes);
        Assert.Contains(ActivityReader.Read(bytes).Warnings, warning => warning.Kind is RemarkKind.TooMuchForItsSize);
    }

    /// <summary>Asserts what holds of every reading, whatever the bytes.</summary>
    private static class Invariants
    {
        // The reader's stated bound: 128 bytes of memory per byte of file, and 8 MB.
        private const long BytesPerByte = 128;
        private const long BytesAtMost = 8 << 20;

        public static void Check(byte[] file)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            ReadResult result;
            try
            {
                result = LongestReading.Of(() => ActivityReader.Read(file));
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"The reader threw on {Describe(file)}", exception);
            }

            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated <= (BytesPerByte * file.Length) + BytesAtMost, $"{allocated} bytes allocated for {Describe(file)}");
            Assert.True((result.Status == ReadStatus.Read) == (result.Reason is null), Describe(file));
            Assert.True((result.Status is ReadStatus.Rejected or ReadStatus.LeftAside) == (result.Activities.Count == 0), Describe(file));
            Assert.InRange(result.ByteOffset ?? 0, 0, file.Length);
            Assert.All(result.Activities, CheckActivity);
        }

        private static void CheckActivity(Activity activity)
        {
            var records = activity.Records;
            foreach (var column in Enum.GetValues<RecordField>().Select(field => records[field]).Append(records.TimeUnixSeconds)
                .Concat(records.DeveloperColumns.Select(column => column.Values)).OfType<Column>())
            {
                Assert.Equal(records.Count, column.Length);
                var measured = 0;
                foreach (var value in column.ToArray())
                {
                    Assert.False(double.IsInfinity(value));
                    measured += double.IsNaN(value) ? 0 : 1;
                }

                Assert.Equal(column.MeasuredCount, measured);
            }

            Assert.All(activity.Pauses, pause => Assert.True(pause.Start < pause.End));
            Assert.All(activity.Pauses.Zip(activity.Pauses.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
            Assert.True(activity.TotalDistance is null or { Metres: >= 0 and < double.PositiveInfinity });
            Assert.False(activity.TotalElapsed < Duration.Zero);
            Assert.False(activity.TotalTimer < Duration.Zero);
        }

        private static string Describe(byte[] file) =>
            file.Length <= 4096
                ? Convert.ToHexString(file)
                : $"a file of {file.Length} bytes, SHA-256 {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(file))}";
    }
}
