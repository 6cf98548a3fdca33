using FsCheck;
using FsCheck.Fluent;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data.Formats;

namespace KneeLoad.Web.Tests.Data.Formats;

public sealed class GroundCodecTests
{
    private static readonly WaySurface Asphalt = new(SurfaceClass.Asphalt, SurfaceSource.Tag);
    private static readonly WaySurface Nothing = new(SurfaceClass.OffNetwork, SurfaceSource.None);

    [Fact]
    public void Any_place_comes_back_to_the_seventh_decimal() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), numbers =>
        {
            List<GroundPlace> places = [.. numbers.Select((number, i) => new GroundPlace(3 * i, new(number % 90_000 / 1000.0, number % 179_999 / 1000.0)))];

            var back = GroundCodec.Unpack(GroundCodec.Pack(new(places, []))).Places;

            return back.Select(place => place.Record).SequenceEqual(places.Select(place => place.Record))
                && back.Zip(places).All(pair =>
                    Math.Abs(pair.First.Place.LatitudeDegrees - pair.Second.Place.LatitudeDegrees) < 1e-7
                    && Math.Abs(pair.First.Place.LongitudeDegrees - pair.Second.Place.LongitudeDegrees) < 1e-7);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Stretches_come_back_as_they_were_also_several_between_two_records()
    {
        GroundStretch[] stretches =
        [
            new(0, 12, Asphalt, new(31.5), 17_000_000_001, "Straße am Fluß", true),
            new(12, 13, Asphalt, new(2), 4, null, true),
            new(12, 13, Nothing, new(0.001), null, null, true),
            new(13, 90, WaySurface.Unknown, new(250), null, null, false),
            new(90, 91, new(SurfaceClass.Treadmill, SurfaceSource.Corrected), new(1), 4, null, true),
        ];

        var packed = GroundCodec.Pack(new([new(5, new(48, 11))], stretches));

        Assert.Equal(stretches, GroundCodec.Unpack(packed).Stretches);
        Assert.Equal(stretches, GroundCodec.UnpackStretches(packed));
    }

    [Fact]
    public void A_run_without_positions_has_neither_places_nor_stretches()
    {
        var back = GroundCodec.Unpack(GroundCodec.Pack(new([], [])));

        Assert.Empty(back.Places);
        Assert.Empty(back.Stretches);
    }

    [Fact]
    public void Two_hours_by_the_second_take_little_room()
    {
        GroundPlace[] places = [.. Enumerable.Range(0, 7200)
            .Select(i => new GroundPlace(i, new(48 + (i * 2.7e-5) + (1e-5 * Math.Sin(i)), 11 + (1e-4 * Math.Cos(i / 60.0)))))];

        Assert.InRange(GroundCodec.Pack(new(places, [])).Length, 1, 30_000);
    }

    [Theory]
    [InlineData(new byte[] { 99, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 1 })]
    [InlineData(new byte[] { 1, 9, 0, 0, 0, 1 })]
    public void Bytes_that_are_no_ground_are_refused(byte[] packed) => Assert.Throws<InvalidDataException>(() => GroundCodec.Unpack(packed));
}
