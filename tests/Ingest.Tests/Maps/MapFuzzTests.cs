using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using KneeLoad.Ingest.Bytes;
using KneeLoad.Ingest.Maps.Building;
using KneeLoad.Ingest.Maps;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Maps;

/// <summary>No bytes break the reader of extracts or of indexes: a refusal, or a map.</summary>
public sealed class MapFuzzTests : IDisposable
{
    private const int Seed = 20_240_505;
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task No_change_to_an_extract_breaks_the_build()
    {
        byte[][] originals =
        [
            MapIndexTests.Town().ToBytes(),
            new OsmPbfBuilder { Raw = true }.Way("highway=path name=Weg", (1, 1), (1, 1.001)).ToBytes(),
            new OsmPbfBuilder { Raw = true, PlainNodes = true, ThingsABlock = 2 }.Way("highway=path", (1, 179.9999), (1, -179.9999), (1.2, 180)).ToBytes(),
        ];
        var mutator = new Mutator(Seed);

        for (var i = 0; i < (LongRun.IsAsked ? 30_000 : 600); i++)
        {
            await BuildAsync(mutator.Mutate(originals[i % originals.Length]));
        }
    }

    [Fact]
    public async Task No_bytes_whatever_break_the_build()
    {
        foreach (var bytes in ArbMap.Default.GeneratorFor<byte[]>().Sample(100, LongRun.IsAsked ? 5_000 : 150))
        {
            var file = new MemoryStream();
            await file.WriteAsync(new OsmPbfBuilder().ToBytes());
            new OsmPbfBuilder { Raw = true }.WriteBlob(file, "OSMData", [0x12, .. bytes]);
            await BuildAsync(file.ToArray());
        }
    }

    [Fact]
    public async Task No_change_to_an_index_with_its_checksums_made_right_breaks_its_reader()
    {
        await BuildAsync(MapIndexTests.Town().ToBytes());
        var original = await File.ReadAllBytesAsync(folder["index"]);
        var mutator = new Mutator(Seed);

        for (var i = 0; i < (LongRun.IsAsked ? 100_000 : 3_000); i++)
        {
            var changed = mutator.Mutate(original);
            if (changed.Length >= MapIndexHeader.Length)
            {
                MakeRight(changed);
            }

            await File.WriteAllBytesAsync(folder["changed"], changed);
            Read(folder["changed"]);
        }
    }

    private static void MakeRight(byte[] index)
    {
        BinaryPrimitives.WriteInt64LittleEndian(index.AsSpan(24), index.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(index.AsSpan(16), ~ByteSink.Append(uint.MaxValue, index.AsSpan(MapIndexHeader.Length)));
        var header = ByteSink.Append(ByteSink.Append(uint.MaxValue, index.AsSpan(0, 12)), index.AsSpan(16, MapIndexHeader.Length - 16));
        BinaryPrimitives.WriteUInt32LittleEndian(index.AsSpan(12), ~header);
    }

    private static void Read(string path)
    {
        var (index, refusal) = MapIndex.Open(path);
        Assert.True(index is null != refusal is null);
        using (index)
        {
            try
            {
                var network = index?.NetworkAlong([new(48.1, 11.5), new(48.105, 11.505), new(48.109, 11.509)], new(40));
                for (var way = 0; way < Math.Min(20, index?.Ways ?? 0); way++)
                {
                    index!.WayAt(way);
                }

                Assert.All(network?.Segments.ToArray() ?? [], segment => Assert.True(double.IsFinite(segment.LengthMetres)));
            }
            catch (InvalidDataException)
            {
                // The one exception that is announced.
            }
        }
    }

    private async Task BuildAsync(byte[] extract)
    {
        await File.WriteAllBytesAsync(folder["extract"], extract);
        var build = await MapIndexBuilder.BuildAsync([folder["extract"]], folder["index"]);
        if (build.Refusal is null)
        {
            Read(folder["index"]);
        }
        else
        {
            Assert.NotEqual(default, build.Refusal.Reason);
            Assert.InRange(build.Refusal.ByteOffset ?? 0, 0, extract.Length);
        }
    }
}
