using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Fit;

/// <summary>Made runs that several tests begin from.</summary>
internal static class MadeRuns
{
    public static readonly Instant Start = Instant.FromUtc(2024, 5, 1, 6, 12, 3);

    /// <summary>Ten seconds at 3 m/s with one session, one lap and the timer's start and stop.</summary>
    public static FitFileBuilder Short(FitFileBuilder builder)
    {
        builder.FileId(Start).TimerStart(Start);
        for (var second = 0; second < 10; second++)
        {
            builder.Record(new FitRecord
            {
                Time = Start + Duration.FromSeconds(second),
                LatitudeDegrees = 47 + (second * 2.7e-5),
                LongitudeDegrees = -8.5,
                AltitudeMetres = 400.2,
                DistanceMetres = 3 * second,
                SpeedMetresPerSecond = 3,
                StridesPerMinute = 85.5,
                HeartRate = 140 + second,
            });
        }

        var end = Start + Duration.FromSeconds(10);
        var session = new FitSession { Start = Start, Elapsed = Duration.FromSeconds(10), DistanceMetres = 30, AscentMetres = 1, DescentMetres = 2 };
        return builder.TimerStop(end).Lap(session).Session(session).Activity(end, Offset.FromHoursAndMinutes(5, 30));
    }

    /// <summary>A small file of each kind that the reader treats in its own way.</summary>
    public static IReadOnlyList<byte[]> OfEveryKind()
    {
        var stiffness = FitField.Float32(8, 9.25f).OfDeveloper(0);
        var text = FitField.Text(9, "note", 12).OfDeveloper(1);
        return
        [
            Short(new FitFileBuilder()).ToBytes(),
            Short(new FitFileBuilder { HeaderSize = 12, BigEndian = true }).ToBytes(),
            Short(new FitFileBuilder { RepeatDefinitions = true }).ToBytes(),
            Short(new FitFileBuilder { StatedDataSize = 0 }).ToBytes(),
            FitFileBuilder.Chain(Short(new FitFileBuilder()), Short(new FitFileBuilder())),
            Short(new FitFileBuilder()
                .DescribeDeveloperField(stiffness, "Leg Spring Stiffness", "kN/m", native: 39)
                .DescribeDeveloperField(text, string.Empty)
                .Record(new FitRecord { Time = Start, DeveloperFields = [stiffness, text] })
                .DeviceInfo(Start, 1, 3589, source: 5, type: 4)).ToBytes(),
            new FitFileBuilder()
                .Message(0, 20, FitField.UInt32(253, FitFileBuilder.Seconds(Start)), FitField.UInt8(3, 120))
                .CompressedMessage(1, 20, 7, FitField.UInt8(3, 121), FitField.Bytes(8, 1, 2, 3))
                .CompressedMessage(1, 20, 3, FitField.UInt8(3, 122), FitField.Bytes(8, 250, 2, 3))
                .Message(2, 20, FitField.UInt16(3, 300), FitField.SInt64(5, 70_000), FitField.Float64(78, 3.5))
                .ToBytes(),
            Short(new FitFileBuilder()
                .Session(new FitSession { Start = Start - Duration.FromMinutes(9), Elapsed = Duration.FromMinutes(9), Sport = 5 })
                .Lap(new FitSession { Start = Start, Elapsed = Duration.FromSeconds(5) })
                .TimerStop(Start)).ToBytes(),
        ];
    }
}
