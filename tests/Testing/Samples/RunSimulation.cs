using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Testing.Samples;

/// <summary>Runs a planned run, second by second, and keeps what the devices would have recorded. The same plan gives the same records.</summary>
internal static class RunSimulation
{
    public static IReadOnlyList<SampleRecord> Run(SampleRun plan)
    {
        var random = new Random(Seed(plan.Name));
        var records = new List<SampleRecord>();
        var length = plan.Kilometres * 1000;
        var everySeconds = plan.Recorder == Recorder.Telephone ? 8 : 4;
        double distance = 0, speed = 0, heart = 92, drift = 0, northError = 0, eastError = 0;
        for (var second = 0; distance < length; second++)
        {
            var (altitude, gradient) = Ground(plan, distance, length);
            var target = Target(plan, distance, length, second) * Math.Exp(-3.2 * Math.Max(gradient, 0)) * Math.Exp(1.2 * Math.Max(-gradient, 0));
            drift = (0.98 * drift) + (0.012 * Noise(random));
            speed += 0.15 * (target + drift - speed);
            heart += 0.012 * (HeartRateAt(speed, gradient, second) - heart);
            eastError = (0.97 * eastError) + (0.35 * Noise(random));
            northError = (0.97 * northError) + (0.35 * Noise(random));
            if (second % everySeconds == 0)
            {
                records.Add(Record(plan, second, distance, length, altitude, speed, heart, (eastError, northError), random));
            }

            distance += speed;
        }

        return records;
    }

    private static SampleRecord Record(
        SampleRun plan,
        int second,
        double distance,
        double length,
        double altitude,
        double speed,
        double heart,
        (double East, double North) error,
        Random random)
    {
        GeoPoint? place = null;
        if (plan.Way is { } way)
        {
            var (east, north) = way(Out(distance, length));
            place = MadeTown.Locate(east + error.East, north + error.North);
        }

        // A satellite altitude wanders by metres, a barometer by decimetres.
        var altitudeNoise = plan.Recorder == Recorder.Telephone ? error.North + (0.5 * Noise(random)) : 0.1 * Noise(random);
        var cadence = plan.Walk ? 112 + Noise(random) : 127.5 + (13.2 * speed) + (0.9 * Noise(random));
        var contact = 318 - (24 * speed) + (2.5 * Noise(random));
        return new(
            plan.Start + Duration.FromSeconds(second), place, place is null ? null : altitude + altitudeNoise,
            distance, speed, cadence, heart, contact);
    }

    private static (double Altitude, double Gradient) Ground(SampleRun plan, double distance, double length)
    {
        if (plan.Way is not { } way)
        {
            return (0, 0);
        }

        var here = way(Out(distance, length));
        var ahead = way(Out(distance + 10, length));
        var altitude = MadeTown.Altitude(here.East, here.North);
        return (altitude, (MadeTown.Altitude(ahead.East, ahead.North) - altitude) / 10);
    }

    // Out to half of the length and back again.
    private static double Out(double distance, double length) => distance <= length / 2 ? distance : Math.Max(0, length - distance);

    // Ten slow minutes first, the last stretch easier.
    private static double Target(SampleRun plan, double distance, double length, int second) => plan.Walk
        ? plan.MetresPerSecond
        : plan.MetresPerSecond * (second < 600 ? 0.88 : distance > length - 500 ? 0.92 : 1.02);

    private static double HeartRateAt(double speed, double gradient, int second) =>
        78 + (24.5 * speed) + (260 * Math.Max(gradient, 0)) + (second / 900.0);

    private static double Noise(Random random) => random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5;

    // string.GetHashCode differs from process to process; the samples must not.
    private static int Seed(string name) => name.Aggregate(17, (seed, letter) => unchecked((seed * 31) + letter));
}
