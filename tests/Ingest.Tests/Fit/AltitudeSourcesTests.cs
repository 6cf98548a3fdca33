using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Fit;

public sealed class AltitudeSourcesTests
{
    private const ushort Garmin = 1;
    private const ushort Coros = 294;
    private const ushort Suunto = 23;
    private const ushort Wahoo = 32;

    [Theory]
    [InlineData(2050)]
    [InlineData(1328)]
    [InlineData(3589)]
    [InlineData(1836)]
    public void Garmin_series_with_a_barometer_in_every_model_have_one(ushort product) =>
        Assert.Equal(AltitudeSource.Barometer, Of(File(Garmin, product)));

    [Theory]
    [InlineData(717)]
    [InlineData(1623)]
    [InlineData(2157)]
    public void Garmin_watches_without_one_are_not_known_to_have_one(ushort product) =>
        Assert.Equal(AltitudeSource.Unknown, Of(File(Garmin, product)));

    [Fact]
    public void All_of_Coros_have_one() => Assert.Equal(AltitudeSource.Barometer, Of(File(Coros, 1)));

    [Fact]
    public void Suunto_says_so_in_the_name()
    {
        Assert.Equal(AltitudeSource.Barometer, Of(File(Suunto, 1, "Suunto 9 Baro")));
        Assert.Equal(AltitudeSource.Unknown, Of(File(Suunto, 1, "Suunto 9")));
        Assert.Equal(AltitudeSource.Unknown, Of(new FitFileBuilder().Message(0, 0, FitField.UInt16(1, Suunto))));
    }

    [Fact]
    public void A_built_in_barometer_among_the_devices_speaks_for_any_maker()
    {
        Assert.Equal(AltitudeSource.Unknown, Of(File(Wahoo, 1)));
        Assert.Equal(AltitudeSource.Barometer, Of(File(Wahoo, 1).DeviceInfo(MadeRuns.Start, Wahoo, 1, source: 5, type: 4)));
        Assert.Equal(AltitudeSource.Unknown, Of(File(Wahoo, 1).DeviceInfo(MadeRuns.Start, Wahoo, 1, source: 5, type: 3)));
    }

    [Fact]
    public void A_file_that_names_no_maker_is_unknown() => Assert.Equal(AltitudeSource.Unknown, Of(new FitFileBuilder()));

    private static FitFileBuilder File(ushort manufacturer, ushort product, string? name = null) =>
        new FitFileBuilder().FileId(MadeRuns.Start, manufacturer: manufacturer, product: product, productName: name);

    private static AltitudeSource Of(FitFileBuilder builder) => AltitudeSources.Of(MadeMessages.Content(builder));
}
