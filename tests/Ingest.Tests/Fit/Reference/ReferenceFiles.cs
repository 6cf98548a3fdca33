using KneeLoad.Testing;
using KneeLoad.Testing.Samples;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Fit.Reference;

/// <summary>Built files, one for each feature of the protocol that the reference SDK reads.</summary>
internal static class ReferenceFiles
{
    private static readonly Instant Start = MadeRuns.Start;

    // The SDK refuses compressed timestamps, takes a wrong size in the header at its word, and any number for a time.
    private static readonly string[] BeyondIt =
    [
        "compressed-time.fit", "data-size-zero.fit", "data-size-too-large.fit", "trailing-bytes.fit", "time-of-64-bits.fit", "web-page.fit",
    ];

    /// <summary>The files, each with its point.</summary>
    public static IReadOnlyDictionary<string, byte[]> All { get; } = new Dictionary<string, byte[]>
    {
        ["header of 12 bytes"] = MadeRuns.Short(new() { HeaderSize = 12 }).ToBytes(),
        ["header of 14 bytes"] = MadeRuns.Short(new()).ToBytes(),
        ["header check of zero"] = MadeRuns.Short(new() { HeaderCheck = FitCheck.Zero }).ToBytes(),
        ["highest byte first"] = MadeRuns.Short(new() { BigEndian = true }).ToBytes(),
        ["byte order that changes"] = ByteOrderThatChanges(),
        ["definitions again and again"] = MadeRuns.Short(new() { RepeatDefinitions = true }).ToBytes(),
        ["local types defined anew"] = LocalTypesDefinedAnew(),
        ["messages and fields unknown"] = Unknown(),
        ["every field of a record"] = EveryField(bigEndian: false),
        ["every field, highest byte first"] = EveryField(bigEndian: true),
        ["every base type"] = EveryBaseType(bigEndian: false),
        ["every base type, highest byte first"] = EveryBaseType(bigEndian: true),
        ["every invalid value"] = EveryInvalidValue(),
        ["several elements"] = SeveralElements(),
        ["size that is no multiple"] = new FitFileBuilder().Message(0, 20, FitField.Raw(7, 0x84, 1, 2, 3), FitField.UInt8(3, 100)).ToBytes(),
        ["narrow speed and altitude"] = new FitFileBuilder()
            .Record(new() { SpeedMetresPerSecond = 3.217, AltitudeMetres = -12.4 })
            .Record(new() { EnhancedSpeedMetresPerSecond = 70.5, EnhancedAltitudeMetres = 13_000 })
            .ToBytes(),
        ["compressed speed and distance"] = CompressedSpeedAndDistance(),
        ["developers' fields"] = DevelopersFields(bigEndian: false),
        ["developers' fields, highest byte first"] = DevelopersFields(bigEndian: true),
        ["developer that begins anew"] = DeveloperThatBeginsAnew(),
        ["three sessions"] = ThreeSessions(),
        ["times between heartbeats"] = new FitFileBuilder()
            .Message(9, 78, FitField.UInt16(0, 512, 500, 498, 0xFFFF, 0xFFFF))
            .Message(9, 78, FitField.UInt16(0, 60_000))
            .Record(new() { HeartRate = 120 })
            .ToBytes(),
        ["chain of three"] = FitFileBuilder.Chain(MadeRuns.Short(new()), MadeRuns.Short(new() { HeaderSize = 12, BigEndian = true }), MadeRuns.Short(new())),
        ["course"] = new FitFileBuilder().FileId(Start, type: 6).Record(new() { Time = Start, DistanceMetres = 3 }).ToBytes(),
        ["product of another maker"] = new FitFileBuilder()
            .FileId(Start, manufacturer: 294, product: 11, productName: "Pace")
            .Record(new() { HeartRate = 99 })
            .ToBytes(),
    }.Concat(SampleFiles.OfEachKind()
            .Where(sample => sample.Name.EndsWith(".fit", StringComparison.Ordinal) && !BeyondIt.Contains(sample.Name))
            .Select(sample => KeyValuePair.Create(sample.Name, sample.Content)))
        .ToDictionary();

    private static byte[] ByteOrderThatChanges()
    {
        var file = new FitFileBuilder();
        for (var second = 0; second < 20; second++)
        {
            file.BigEndian = second % 3 == 1;
            file.Record(new() { Time = Start + Duration.FromSeconds(second), DistanceMetres = 2.71 * second, PowerWatts = 1000 + second });
        }

        return file.ToBytes();
    }

    private static byte[] LocalTypesDefinedAnew() => new FitFileBuilder()
        .Message(0, 20, FitField.UInt8(3, 120))
        .Message(15, 20, FitField.UInt8(3, 90))
        .Message(0, 20, FitField.UInt16(7, 250), FitField.UInt8(3, 121))
        .Message(0, 21, FitField.UInt8(3, 99))
        .Message(15, 20, FitField.UInt8(3, 91))
        .Message(0, 20, FitField.UInt8(3, 122))
        .ToBytes();

    private static byte[] Unknown() => new FitFileBuilder()
        .Message(9, 78, FitField.UInt16(0, 512, 500, 0xFFFF))
        .Message(10, 0xFF00, FitField.Text(0, "of a maker's own"), FitField.Bytes(1, 1, 2, 3))
        .Message(0, 20, FitField.UInt8(3, 120), FitField.UInt32(200, 7), FitField.UInt8(4, 80), FitField.Text(201, "x", 7))
        .ToBytes();

    private static byte[] EveryField(bool bigEndian) => new FitFileBuilder { BigEndian = bigEndian }
        .Record(new()
        {
            Time = Start,
            LatitudeDegrees = -33.75,
            LongitudeDegrees = 151.25,
            EnhancedAltitudeMetres = -12.4,
            DistanceMetres = 1234.56,
            EnhancedSpeedMetresPerSecond = 3.217,
            StridesPerMinute = 86.5,
            HeartRate = 151,
            PowerWatts = 287,
            TemperatureCelsius = -7,
            StanceTimeMs = 241.5,
            StanceTimeBalancePercent = 49.87,
            VerticalOscillationMm = 83.2,
            VerticalRatioPercent = 7.91,
            StepLengthMm = 1112.3,
        })
        .Message(0, 20, FitField.UInt16(40, 3125))
        .ToBytes();

    // Into fields without a scale: the SDK leaves numbers of 64 bits unscaled.
    private static byte[] EveryBaseType(bool bigEndian) => new FitFileBuilder { BigEndian = bigEndian }
        .Message(0, 20, FitField.Enumeration(3, 42), FitField.SInt16(7, -420))
        .Message(0, 20, FitField.SInt8(3, 43), FitField.UInt16(7, 420))
        .Message(0, 20, FitField.UInt8(3, 44), FitField.UInt16Z(7, 421))
        .Message(0, 20, FitField.UInt8Z(3, 45), FitField.SInt32(7, -70_000))
        .Message(0, 20, FitField.Bytes(3, 46), FitField.UInt32(7, 70_000))
        .Message(0, 20, FitField.UInt32Z(3, 47), FitField.SInt64(7, -5_000_000_000))
        .Message(0, 20, FitField.UInt64(3, 48), FitField.UInt64Z(7, 5_000_000_000))
        .Message(0, 20, FitField.Float32(3, 49.5f), FitField.Float64(7, 0.125))
        .Message(0, 20, FitField.Float32(5, 123.5f), FitField.Float64(39, 1000.25))
        .ToBytes();

    // Those of 64 bits left out: the SDK holds its own against numbers of another kind and finds none invalid.
    private static byte[] EveryInvalidValue() => new FitFileBuilder()
        .Message(0, 20, FitField.Enumeration(3, 0xFF), FitField.SInt8(13, sbyte.MaxValue), FitField.UInt8(4, 0xFF), FitField.UInt8Z(53, 0))
        .Message(0, 20, FitField.Bytes(3, 0xFF), FitField.SInt16(7, short.MaxValue), FitField.UInt16(41, ushort.MaxValue), FitField.UInt16Z(39, 0))
        .Message(0, 20, FitField.SInt32(0, int.MaxValue), FitField.UInt32(5, uint.MaxValue), FitField.UInt32Z(73, 0), FitField.Float32(84, float.NaN))
        .Message(0, 20, FitField.Float64(85, double.NaN), FitField.UInt8(3, 0), FitField.UInt8(4, 0), FitField.UInt16(41, 0))
        .ToBytes();

    private static byte[] SeveralElements() => new FitFileBuilder()
        .Message(0, 20, FitField.UInt8(3, 100, 101, 102), FitField.UInt16(7, 200, 0xFFFF))
        .Message(0, 20, FitField.UInt8(3, 0xFF, 101, 102), FitField.UInt16(7, 201, 202))
        .ToBytes();

    private static byte[] CompressedSpeedAndDistance()
    {
        // Twelve bits each: hundredths of a metre a second, sixteenths of a metre, which roll over twice.
        // No speed is whole: the SDK hangs the offset's 0 on its digits and makes 3 m/s an enhanced 30 m/s.
        var file = new FitFileBuilder();
        for (var record = 0; record < 100; record++)
        {
            var (speed, distance) = (251 + (record % 49), 90 * record & 0xFFF);
            file.Message(0, 20, FitField.Bytes(8, (byte)speed, (byte)((speed >> 8) | (distance << 4)), (byte)(distance >> 4)));
        }

        return file.Message(0, 20, FitField.Bytes(8, 0xFF, 0xFF, 0xFF)).ToBytes();
    }

    private static byte[] DevelopersFields(bool bigEndian)
    {
        var stiffness = FitField.Float32(8, 9.25f).OfDeveloper(0);
        var power = FitField.UInt16(0, 301).OfDeveloper(2);
        var impacts = FitField.SInt16(5, -3, 7, 9).OfDeveloper(0);
        var same = FitField.UInt8(8, 20).OfDeveloper(1);
        var nameless = FitField.SInt32(1, -70_000).OfDeveloper(1);
        var invalid = FitField.UInt16(2, 0xFFFF).OfDeveloper(1);
        var undescribed = FitField.UInt32(3, 7).OfDeveloper(1);
        var stranger = FitField.UInt32(3, 7).OfDeveloper(7);
        return new FitFileBuilder { BigEndian = bigEndian }
            .Record(new() { HeartRate = 139, DeveloperFields = [stiffness, undescribed] })
            .DescribeDeveloperField(stiffness, "Leg Spring Stiffness", "kN/m")
            .DescribeDeveloperField(impacts, "Impacts")
            .DescribeDeveloperField(same, "Leg Spring Stiffness")
            .DescribeDeveloperField(nameless, string.Empty)
            .DescribeDeveloperField(invalid, "Nothing")
            .DescribeDeveloperField(power, "Power", "Watts", native: 7)
            .Record(new() { PowerWatts = 250, DeveloperFields = [stiffness, impacts, same, nameless, invalid, undescribed, stranger, power] })
            .Record(new() { HeartRate = 140, DeveloperFields = [power] })
            .ToBytes();
    }

    private static byte[] DeveloperThatBeginsAnew()
    {
        var field = FitField.UInt8(1, 30).OfDeveloper(0);
        return new FitFileBuilder()
            .DescribeDeveloperField(field, "before")
            .Record(new() { DeveloperFields = [field] })
            .Developer(0)
            .Record(new() { HeartRate = 100, DeveloperFields = [field] })
            .DescribeDeveloperField(field, "after")
            .Record(new() { DeveloperFields = [field] })
            .ToBytes();
    }

    private static byte[] ThreeSessions()
    {
        var file = new FitFileBuilder().FileId(Start);
        var minute = Duration.FromMinutes(1);
        for (var second = 0; second < 180; second += 10)
        {
            file.Record(new() { Time = Start + Duration.FromSeconds(second), HeartRate = 100 + (second / 10) });
        }

        for (byte sport = 0; sport < 3; sport++)
        {
            var part = new FitSession
            {
                Start = Start + (sport * minute),
                Elapsed = minute,
                Timer = Duration.FromMilliseconds(59_123),
                DistanceMetres = 100.25 * sport,
                AscentMetres = 3,
                DescentMetres = 0xFFFF,
                Sport = sport,
                SubSport = sport == 1 ? (byte)3 : null,
            };
            file.Lap(part).Session(part);
        }

        return file.ToBytes();
    }
}
