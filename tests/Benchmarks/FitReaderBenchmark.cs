using BenchmarkDotNet.Attributes;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Protocol;
using KneeLoad.Ingest.Fit;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Benchmarks;

/// <summary>Reading a made run of two hours, one record a second, against the least that any reader must do: the check over its bytes.</summary>
[MemoryDiagnoser]
public class FitReaderBenchmark
{
    private static readonly Instant Start = Instant.FromUtc(2024, 5, 1, 6, 0);
    private byte[] file = [];

    /// <summary>Bytes in a second of reading are the file's length over the time shown.</summary>
    [GlobalSetup]
    public void MakeFile()
    {
        const int Seconds = 2 * 3600;
        var builder = new FitFileBuilder().FileId(Start).TimerStart(Start);
        for (var second = 0; second < Seconds; second++)
        {
            builder.Record(new FitRecord
            {
                Time = Start + Duration.FromSeconds(second),
                LatitudeDegrees = 47 + (second * 2e-5),
                LongitudeDegrees = 8.5,
                EnhancedAltitudeMetres = 400 + (second % 50),
                DistanceMetres = 2.9 * second,
                EnhancedSpeedMetresPerSecond = 2.9,
                StridesPerMinute = 84.5,
                HeartRate = 140,
                StanceTimeMs = 250,
                VerticalOscillationMm = 80,
                StepLengthMm = 1030,
            });
        }

        file = builder.Session(new FitSession { Start = Start, Elapsed = Duration.FromSeconds(Seconds), DistanceMetres = 2.9 * Seconds }).ToBytes();
    }

    /// <summary>The check alone.</summary>
    [Benchmark(Baseline = true)]
    public int Check() => FitCrc.Of(file);

    /// <summary>Check, walk, and all columns.</summary>
    [Benchmark]
    public ReadResult Read() => FitReader.Read(file);
}
