using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Json;
using KneeLoad.Ingest.Tests.Archives;
using KneeLoad.Testing.Samples;

namespace KneeLoad.Ingest.Tests.Exports;

/// <summary>A list of activities of any length is read object by object, and a damaged one costs no other.</summary>
public sealed class LongListTests
{
    private const string Name = "Motion path detail data & description/motion path detail data.json";
    private const string Run = """{"sportType":4,"startTime":1772442000000,"totalDistance":22,"attribute":""}""";

    [Theory]
    [InlineData("[{\"a\":1},{\"b\":{\"c\":[{}]}}]", "{\"a\":1}", "{\"b\":{\"c\":[{}]}}")]
    [InlineData("{\"data\":[{\"a\":1},{}]}", "{\"a\":1}", "{}")]
    [InlineData("[{\"a\":\"}]{\\\"\"},[{}]]", "{\"a\":\"}]{\\\"\"}", "{}")]
    [InlineData("[{1.0:2.0},{\"a\":\"x\ny\"}]", "{1.0:2.0}", "{\"a\":\"x\ny\"}")]
    public void Objects_of_a_list_are_found_by_their_brackets(string list, string first, string second)
    {
        var objects = new JsonObjects(new SlowStream(Encoding.UTF8.GetBytes(list)));

        Assert.Equal([first, second, ""], [Next(), Next(), Next()]);
        Assert.True(objects.IsWhole);

        string Next() => Encoding.UTF8.GetString(objects.Next());
    }

    [Theory]
    [InlineData("[{\"a\":1")]
    [InlineData("[{\"a\":\"x]}")]
    [InlineData("[{}")]
    public void A_list_that_breaks_off_is_not_whole(string list)
    {
        var objects = new JsonObjects(new MemoryStream(Encoding.UTF8.GetBytes(list)));
        while (!objects.Next().IsEmpty)
        {
        }

        Assert.False(objects.IsWhole);
    }

    [Fact]
    public void A_list_longer_than_the_buffer_is_read_whole()
    {
        var filler = new string(' ', 300_000);

        var result = Read($"[{Run},{filler}{Run.Replace("\"\"", $"\"{filler}\"", StringComparison.Ordinal)},{Run}]");

        Assert.Equal((ReadStatus.Read, 3), (result.Status, result.Activities.Count));
    }

    [Fact]
    public void An_object_that_is_damaged_costs_no_other_and_is_named_by_its_place()
    {
        var result = Read($"[{Run},{{\"sportType\":4,,}},{Run}]");

        Assert.Equal((ReadStatus.Partial, ReadFault.MalformedJson, 2), (result.Status, result.Fault, result.Activities.Count));
        Assert.InRange(result.ByteOffset!.Value, Run.Length, Run.Length + 25);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{{{{\"sportType\"\"attribute\"]]]]")]
    [InlineData("\"sportType\"\"attribute\"\\\\")]
    public void A_list_that_is_none_gives_no_run(string list) => Assert.Empty(Read(list).Activities);

    [Fact]
    public void Brackets_without_end_are_refused()
    {
        var result = Read("[\"sportType\",\"attribute\"," + new string('[', 100_000));

        Assert.Equal((ReadStatus.Rejected, ReadFault.MalformedJson), (result.Status, result.Fault));
    }

    [Fact]
    public void A_long_list_says_the_same_as_a_short_one()
    {
        var sample = SampleFiles.OfEachKind().Single(file => file.Name == "huawei-tracks.json").Content;
        var (one, other) = (Assert.Single(ActivityReader.Read(sample).Activities), Assert.Single(Read(Encoding.UTF8.GetString(sample)).Activities));

        Assert.Equal((one.Start, one.TotalDistance, one.Records.Count), (other.Start, other.TotalDistance, other.Records.Count));
    }

    private static ReadResult Read(string list)
    {
        var archive = MadeArchives.Zip((Name, Encoding.UTF8.GetBytes(list)));
        return Assert.Single(ActivityReader.ReadAll(new MemoryStream(archive), "export.zip")).Result;
    }

    /// <summary>A stream that gives a byte at a time.</summary>
    private sealed class SlowStream(byte[] content) : MemoryStream(content)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer.IsEmpty ? buffer : buffer[..1]);
    }
}
