using System.Text.Json;
using KneeLoad.Testing;
using KneeLoad.Web.Commands;
using NodaTime;

namespace KneeLoad.Web.Tests.Commands;

/// <summary>The verb analyze on a folder of made files.</summary>
internal sealed class AnalyzedFolder : IDisposable
{
    /// <summary>Day of the last run of the history.</summary>
    public static LocalDate LastDay { get; } = new(2026, 6, 28);

    /// <summary>The folder of the files.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("analyze").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>4 km every second day for nine weeks up to the last day, whose run may be longer.</summary>
    public void WriteHistory(double last = 4_000)
    {
        for (var daysAgo = 62; daysAgo >= 0; daysAgo -= 2)
        {
            Write($"run-{daysAgo}.fit", Run(LastDay.PlusDays(-daysAgo).At(new(8, 0)), daysAgo == 0 ? last : 4_000));
        }
    }

    /// <summary>A run at 2.8 m/s over a hill, with cadence and heart rate, one record every ten seconds.</summary>
    public static byte[] Run(LocalDateTime utcStart, double metres, int? offsetHours = 0)
    {
        const double speed = 2.8;
        const int step = 10;
        var start = utcStart.InUtc().ToInstant();
        var file = new FitFileBuilder().FileId(start).TimerStart(start);
        var elapsed = Duration.FromSeconds(metres / speed);
        for (var seconds = 0; seconds <= elapsed.TotalSeconds; seconds += step)
        {
            file.Record(new()
            {
                Time = start + Duration.FromSeconds(seconds),
                DistanceMetres = speed * seconds,
                EnhancedSpeedMetresPerSecond = speed,
                EnhancedAltitudeMetres = 200 + (10 * Math.Sin(Math.PI * speed * seconds / metres)),
                StridesPerMinute = 83,
                HeartRate = 140,
            });
        }

        file.TimerStop(start + elapsed).Session(new() { Start = start, Elapsed = elapsed, DistanceMetres = metres });
        return (offsetHours is { } hours ? file.Activity(start + elapsed, Offset.FromHours(hours)) : file).ToBytes();
    }

    /// <summary>Runs the verb on the folder.</summary>
    public async Task<(int ExitCode, JsonElement Document, string Error)> Analyze(params string[] options)
    {
        var (exitCode, output, error) = await Execute(["analyze", "--json", .. options, Path]);
        return (exitCode, JsonDocument.Parse(output).RootElement, error);
    }

    /// <summary>Runs the program.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> Execute(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(arguments, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Names of the members of a JSON object.</summary>
    public static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    /// <summary>Writes a file into the folder.</summary>
    public string Write(string name, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
