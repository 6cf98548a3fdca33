using FsCheck;
using FsCheck.Fluent;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Gpx;
using KneeLoad.Ingest.Tcx;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Xml;

/// <summary>No bytes break the readers of GPX and TCX, nor make them take more memory than stated.</summary>
public sealed class XmlFuzzTests(ITestOutputHelper output)
{
    private const int Seed = 20_240_501;

    // The readers' stated bound: 64 bytes of memory per byte of file, and 1 MiB.
    private const long BytesPerByte = 64;
    private const long BytesAtMost = 1 << 20;


    [Fact]
    public void No_bytes_whatever_break_the_readers() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            Check(bytes);
            Check([.. "<gpx><trk><trkseg>"u8, .. bytes]);
            Check([.. "<TrainingCenterDatabase><Activity><Lap><Track><Trackpoint>"u8, .. bytes]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(LongRun.IsAsked ? 100_000 : 2_000).WithReplay(Seed, 1));

    [Fact]
    public void No_change_to_a_made_file_breaks_the_readers() =>
        CheckMutations(MadeFiles(), LongRun.IsAsked ? 1_000_000 : 20_000);

    [Fact]
    public void UP_12_No_change_to_a_real_file_breaks_the_readers()
    {
        Assert.SkipWhen(Corpus.IsAbsent, Corpus.AbsentReason);
        var files = Corpus.OfFormat("gpx").Concat(Corpus.OfFormat("tcx")).Select(file => file.Read()).Where(file => file.Length < 100_000).ToList();

        CheckMutations(files, LongRun.IsAsked ? 100_000 : 2_000);
    }

    /// <summary>The smallest points that set the most columns cost the most memory for their bytes.</summary>
    [Fact]
    public void Many_small_points_stay_within_the_bound()
    {
        byte[] file =
        [
            .. "<gpx><trk><trkseg>"u8,
            .. Enumerable.Repeat("<trkpt/>"u8.ToArray(), 100_000).SelectMany(point => point),
            .. "<trkpt lat='1' lon='1'><ele>1</ele><time>2024-05-01T06:12:03Z</time><hr>1</hr><cad>1</cad><atemp>1</atemp>"u8,
            .. "<power>1</power><speed>1</speed><distance>1</distance></trkpt>"u8,
            .. "</trkseg></trk></gpx>"u8,
        ];

        Check(file);

        Assert.Equal(100_001, Assert.Single(GpxReader.Read(file).Activities).Records.Count);
    }

    private static List<byte[]> MadeFiles()
    {
        var start = Instant.FromUtc(2024, 5, 1, 6, 12, 3);
        var gpx = Enumerable.Range(0, 20).Select(second => new GpxPoint
        {
            Latitude = 50 + (second * 1e-5),
            Longitude = 8,
            Elevation = 100,
            Time = start.Plus(Duration.FromSeconds(second)),
            HeartRate = 140,
            Cadence = 84,
            Power = 240,
            Speed = 2.5,
            Temperature = 20,
        }).ToList();
        var tcx = Enumerable.Range(0, 20)
            .Select(second => new TcxPoint { Time = start.Plus(Duration.FromSeconds(second)), HeartRate = 140, RunCadence = 84, Distance = second * 3 })
            .ToList();
        return
        [
            new GpxFileBuilder().Track("running").Points(gpx).Segment().Points(gpx).ToBytes(),
            new GpxFileBuilder { Version = "1.0" }.Track("9").Points(gpx).Track("1").Points(gpx).ToBytes(),
            new GpxFileBuilder().Track("running").Points(gpx).ToBytes(System.Text.Encoding.Unicode),
            tcx.Aggregate(new TcxFileBuilder().Activity("Running", start).Lap(start, 300, 1000), (builder, point) => builder.Point(point)).ToBytes(),
        ];
    }

    private static void Check(byte[] file)
    {
        foreach (var read in new Func<byte[], ReadResult>[]
        {
            content => GpxReader.Read(content), content => TcxReader.Read(content), content => ActivityReader.Read(content)
        })
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            ReadResult result;
            try
            {
                result = LongestReading.Of(() => read(file));
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"The reader threw on {Describe(file)}", exception);
            }

            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated <= (BytesPerByte * file.Length) + BytesAtMost, $"{allocated} bytes allocated for {Describe(file)}");
            Assert.True((result.Status == ReadStatus.Read) == (result.Reason is null), Describe(file));
            Assert.True((result.Status == ReadStatus.Rejected) == (result.Activities.Count == 0), Describe(file));
            Assert.All(
                result.Activities.SelectMany(activity => Enum.GetValues<RecordField>().Select(field => activity.Records[field])).OfType<Column>(),
                CheckColumn);
        }
    }

    private static void CheckColumn(Column column)
    {
        Assert.InRange(column.MeasuredCount, 1, column.Length);
        Assert.DoesNotContain(column.ToArray(), double.IsInfinity);
    }

    private static string Describe(byte[] file) => Convert.ToBase64String(file, 0, Math.Min(file.Length, 4000));

    private void CheckMutations(List<byte[]> originals, int count)
    {
        var mutator = new Mutator(Seed);
        for (var number = 0; number < count; number++)
        {
            Check(mutator.Mutate(originals[number % originals.Count]));
        }

        output.WriteLine($"{count} mutations of {originals.Count} files with seed {Seed}");
    }
}
