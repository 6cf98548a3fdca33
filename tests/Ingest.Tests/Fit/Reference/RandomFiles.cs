using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Fit.Reference;

/// <summary>Built files that mix what the protocol allows by chance: the same seed gives the same file.</summary>
internal static class RandomFiles
{
    private const uint FirstSecond = 1_100_000_000;

    // Number in message 20, and whether it may come in any type: the SDK expands speed and altitude by the bits of their own.
    private static readonly (byte Number, bool AnyType)[] Fields =
    [
        (3, true), (4, true), (5, true), (7, true), (13, true), (39, true), (40, true), (41, true), (53, true), (83, true), (84, true), (85, true),
        (6, false), (2, false), (73, true), (78, true), (30, true), (200, true),
    ];

    /// <summary>Forty records or so of several shapes, with developers' fields, laps and sessions.</summary>
    public static byte[] Make(int seed)
    {
        var random = new Random(seed);
        var file = new FitFileBuilder { HeaderSize = random.Next(2) == 0 ? 12 : 14, BigEndian = random.Next(2) == 0 };
        var developers = DeveloperFields(random);
        var shapes = new List<Func<FitField>[]>();
        for (var record = random.Next(5, 60); record > 0; record--)
        {
            if (random.Next(20) == 0 && developers.Find(field => !field.IsDescribed) is { } next)
            {
                next.Describe(file);
            }

            if (shapes.Count == 0 || random.Next(6) == 0)
            {
                file.BigEndian ^= random.Next(3) == 0;
                shapes.Add(Shape(random, developers));
            }

            var shape = random.Next(shapes.Count);
            file.Message(random.Next(3) == 0 ? 15 : shape % 15, 20, [.. Time(random), .. shapes[shape].Select(field => field())]);
        }

        for (var session = random.Next(3); session > 0; session--)
        {
            file.Session(Session(random)).Lap(Session(random));
        }

        return file.ToBytes();
    }

    private static FitSession Session(Random random) => new()
    {
        Start = NodaTime.Instant.FromUnixTimeSeconds(KneeLoad.Ingest.Fit.Protocol.FitTime.EpochUnixSeconds + FirstSecond + random.Next(3000)),
        Elapsed = NodaTime.Duration.FromMilliseconds(random.Next(4_000_000)),
        Timer = NodaTime.Duration.FromMilliseconds(random.Next(4_000_000)),
        DistanceMetres = random.Next(2) == 0 ? null : random.Next(50_000) / 100.0,
        AscentMetres = random.Next(2) == 0 ? null : random.Next(70_000) & 0xFFFF,
        Sport = random.Next(4) == 0 ? null : (byte)random.Next(120),
        SubSport = random.Next(4) == 0 ? null : (byte)random.Next(120),
    };

    private static FitField[] Time(Random random) => random.Next(12) == 0 ? [] : [FitField.UInt32(253, FirstSecond + (uint)random.Next(4000))];

    // Some fields in an order of chance, each with a type that stays; narrow and wide speed or altitude not both.
    private static Func<FitField>[] Shape(Random random, List<Developer> developers)
    {
        var chosen = Fields.Where(_ => random.Next(3) == 0).ToList();
        chosen.RemoveAll(field => field.Number is 6 or 2 && chosen.Exists(other => other.Number == (field.Number == 6 ? 73 : 78)));
        var fields = chosen.ConvertAll(field => field.AnyType
            ? AnyType(field.Number, random)
            : () => FitField.UInt16(field.Number, Value(random, ushort.MaxValue)));
        if (random.Next(2) == 0)
        {
            fields.Add(() => FitField.SInt32(0, random.Next(-1_000_000_000, 1_000_000_000)));
            fields.Add(() => FitField.SInt32(1, random.Next()));
        }

        var shuffled = fields.OrderBy(_ => random.Next()).ToList();
        shuffled.AddRange(developers.Where(_ => random.Next(2) == 0).Select(field => field.Make));
        return [.. shuffled];
    }

    private static Func<FitField> AnyType(byte number, Random random)
    {
        // One value, or several of which the first counts.
        var more = random.Next(5) == 0 ? random.Next(1, 4) : 0;
        return random.Next(11) switch
        {
            0 => () => FitField.Enumeration(number, Value(random, byte.MaxValue)),
            1 => () => FitField.SInt8(number, Several<sbyte>(random, more, 127, () => (sbyte)random.Next(-128, 127))),
            2 => () => FitField.UInt8(number, Several<byte>(random, more, 0xFF, () => (byte)random.Next(255))),
            3 => () => FitField.UInt8Z(number, Several<byte>(random, more, 0, () => (byte)random.Next(1, 255))),
            4 => () => FitField.SInt16(number, Several(random, more, short.MaxValue, () => (short)random.Next(-32768, 32767))),
            5 => () => FitField.UInt16(number, Several(random, more, ushort.MaxValue, () => (ushort)random.Next(65535))),
            6 => () => FitField.UInt16Z(number, Several<ushort>(random, more, 0, () => (ushort)random.Next(1, 65535))),
            7 => () => FitField.SInt32(number, Several(random, more, int.MaxValue, () => random.Next(-100_000, 100_000))),
            8 => () => FitField.UInt32(number, Several(random, more, uint.MaxValue, () => (uint)random.Next(200_000))),
            9 => () => FitField.UInt32Z(number, Several<uint>(random, more, 0, () => (uint)random.Next(1, 200_000))),
            _ => () => FitField.Float32(number, Several(random, more, float.NaN, () => random.Next(10_000) / 16f)),
        };
    }

    private static T[] Several<T>(Random random, int more, T invalid, Func<T> value) =>
        [.. Enumerable.Range(0, more + 1).Select(_ => random.Next(8) == 0 ? invalid : value())];

    private static T Value<T>(Random random, T invalid)
        where T : struct, System.Numerics.INumber<T> =>
        random.Next(8) == 0 ? invalid : T.CreateTruncating(random.Next(200));

    private static List<Developer> DeveloperFields(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(5)).Select(number =>
        {
            var index = (byte)random.Next(3);
            var make = AnyType((byte)number, random);
            return new Developer(
                () => make().OfDeveloper(index),
                random.Next(4) == 0 ? string.Empty : $"field {random.Next(3)}",
                random.Next(3) == 0 ? (byte)7 : null);
        }),
    ];

    /// <summary>A developer's field, to be described before or after it is first used, or never.</summary>
    private sealed class Developer(Func<FitField> make, string name, byte? native)
    {
        public Func<FitField> Make => make;

        public bool IsDescribed { get; private set; }

        public void Describe(FitFileBuilder file)
        {
            file.DescribeDeveloperField(make(), name, native: native);
            IsDescribed = true;
        }
    }
}
