using FsCheck;
using FsCheck.Fluent;
using KneeLoad.Web.Data.Formats;

namespace KneeLoad.Web.Tests.Data.Formats;

public sealed class TraceCodecTests
{
    [Fact]
    public void Any_column_comes_back_within_half_a_step_of_its_resolution() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), numbers =>
        {
            var metres = numbers.Select(number => number % 5 == 0 ? double.NaN : number / 7.0).ToArray();
            var traces = new RunTraces { Seconds = [.. numbers.Select((_, i) => (double)i)], DistanceMetres = metres };

            var back = TraceCodec.Unpack(TraceCodec.Pack(traces));

            return back.Seconds.SequenceEqual(traces.Seconds)
                && back.HeartRateBeatsPerMinute is null
                && back.DistanceMetres!
                    .Zip(metres)
                    .All(pair => double.IsNaN(pair.Second) ? double.IsNaN(pair.First) : Math.Abs(pair.First - pair.Second) <= 0.00501);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_hour_by_the_second_takes_little_room()
    {
        var seconds = Enumerable.Range(0, 3600).Select(second => (double)second).ToArray();
        var traces = new RunTraces
        {
            Seconds = seconds,
            DistanceMetres = [.. seconds.Select(second => 3 * second)],
            SpeedMetresPerSecond = [.. seconds.Select(second => 3 + (0.2 * Math.Sin(second / 30)))],
            HeartRateBeatsPerMinute = [.. seconds.Select(second => Math.Round(150 + (10 * Math.Sin(second / 200))))],
        };

        Assert.InRange(TraceCodec.Pack(traces).Length, 1, 12_000);
    }

    [Fact]
    public void A_run_without_traces_has_none() => Assert.Empty(TraceCodec.Unpack([]).Seconds);

    [Fact]
    public void Bytes_of_another_version_are_refused() => Assert.Throws<InvalidDataException>(() => TraceCodec.Unpack([99, 1, 2]));
}
