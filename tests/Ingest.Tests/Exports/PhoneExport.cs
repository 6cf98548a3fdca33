using System.Globalization;
using System.IO.Compression;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace KneeLoad.Ingest.Tests.Exports;

/// <summary>A made export of a phone as long as is asked for: values of years, as many as it takes, and then a run a day.</summary>
internal static class PhoneExport
{
    private static readonly Instant Begin = Instant.FromUtc(2016, 1, 1, 6, 0);
    private static readonly OffsetDateTimePattern Times = OffsetDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd HH:mm:ss o<+HHmm>");

    /// <summary>Writes an archive with the export in it.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="length">At least so long is the export. [bytes]</param>
    /// <param name="runs">One a day, with a heart rate every five seconds for half an hour.</param>
    public static void Write(string path, long length, int runs)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        using var entry = archive.CreateEntry("apple_health_export/export.xml", CompressionLevel.Fastest).Open();
        using var writer = new StreamWriter(entry, new UTF8Encoding(false), 1 << 16);
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData ANY>\n]>\n<HealthData locale=\"en_US\">\n");
        var random = new Random(1);
        for (var day = 0; day < runs; day++)
        {
            for (var second = 0; second < 1_800; second += 5)
            {
                Value(writer, "HeartRate", "count/min", Begin + Duration.FromDays(day) + Duration.FromSeconds(second), random.Next(120, 170));
            }
        }

        writer.Flush();
        var written = 0L;
        for (var number = 0; written < length; number++)
        {
            var (kind, unit) = number % 3 == 0 ? ("HeartRate", "count/min") : ("ActiveEnergyBurned", "kcal");
            written += Value(writer, kind, unit, Begin + Duration.FromDays(runs) + Duration.FromSeconds(number * 43L), random.Next(50, 90));
        }

        for (var day = 0; day < runs; day++)
        {
            var start = Begin + Duration.FromDays(day);
            writer.Write($"<Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" duration=\"30\" durationUnit=\"min\" totalDistance=\"5\" "
                + $"totalDistanceUnit=\"km\" sourceName=\"Watch\" startDate=\"{At(start)}\" endDate=\"{At(start + Duration.FromMinutes(30))}\">\n"
                + "<MetadataEntry key=\"HKIndoorWorkout\" value=\"1\"/>\n</Workout>\n");
        }

        writer.Write("</HealthData>\n");
    }

    private static int Value(StreamWriter writer, string kind, string unit, Instant moment, int value)
    {
        var line = $" <Record type=\"HKQuantityTypeIdentifier{kind}\" sourceName=\"Watch\" sourceVersion=\"9.1\" "
            + "device=\"&lt;&lt;HKDevice: 0x281&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch6,2, software:9.1&gt;\" "
            + $"unit=\"{unit}\" creationDate=\"{At(moment)}\" startDate=\"{At(moment)}\" endDate=\"{At(moment)}\" "
            + string.Create(CultureInfo.InvariantCulture, $"value=\"{value}\"/>\n");
        writer.Write(line);
        return line.Length;
    }

    private static string At(Instant moment) => Times.Format(moment.WithOffset(Offset.FromHours(2)));
}
