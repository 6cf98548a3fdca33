using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports;
using KneeLoad.Ingest.Plausibility;
using KneeLoad.Ingest.Plausibility.Clocks;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Exports;

/// <summary>Account exports: however they are packed, what lies beside a recording tells its sport, and what is none is left aside.</summary>
public sealed class ExportTests
{
    private static readonly Instant Morning = Instant.FromUtc(2026, 10, 5, 6, 0);

    private static readonly byte[] Track = new GpxFileBuilder().Track()
        .Point(new() { Latitude = 47, Longitude = 8, Time = Morning })
        .Point(new() { Latitude = 47.001, Longitude = 8, Time = Morning + Duration.FromSeconds(40) })
        .ToBytes();

    [Theory]
    [InlineData("cardioActivities.csv", "Activity Id,Date,Type,Route Name,GPX File\nx,2026-10-05,Cycling,,a.gpx\n", "cycling")]
    [InlineData("cardioActivities.csv", "Activity Id,Date,Type,Route Name,GPX File\nx,2026-10-05,Running,\"a, b\",a.gpx\n", "running")]
    [InlineData("activities.csv", "Activity ID,Activity Date,Activity Name,Activity Type,Filename\n1,d,\"Ride, \"\"long\"\"\",Ride,activities/a.gpx\n", "ride")]
    [InlineData("activities.csv", "Aktivitäts-ID,Datum,Name,Aktivitätsart,Dateiname\n1,d,n,Laufen,activities/a.gpx\n", "running")]
    [InlineData("cardioActivities.csv", "Activity Id;Date;Type;GPX File\n1;d;Cycling;a.gpx\n", "cycling")]
    [InlineData("cardioActivities.csv", "Activity Id\tDate\tType\tGPX File\n1\td\tCycling\ta.gpx\n", "cycling")]
    public void A_table_beside_a_track_tells_its_sport(string list, string table, string sport)
    {
        var archive = Zip(("a.gpx", Track), (list, Encoding.UTF8.GetBytes(table)));

        var track = Read(archive, "export.zip").Single(file => file.Result.Activities.Count > 0).Result;

        Assert.Equal(sport, Assert.Single(BelievedActivities.Of(track.Activities, new BeliefContext(null, Morning))).Sport);
    }

    [Fact]
    public void Apples_export_names_the_sport_of_a_route_and_the_run_without_one()
    {
        const string Export = """
            <?xml version="1.0"?><!DOCTYPE HealthData [<!ELEMENT HealthData ANY><!ENTITY x SYSTEM "file:///etc/passwd">]>
            <HealthData>
            <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="50" durationUnit="min" startDate="2026-10-05 23:30:00 +0200" endDate="2026-10-06 00:20:00 +0200">
            <MetadataEntry key="HKIndoorWorkout" value="1"/><WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="5" unit="mi"/></Workout>
            <Workout workoutActivityType="HKWorkoutActivityTypeCycling"><WorkoutRoute><FileReference path="/workout-routes/a.gpx"/></WorkoutRoute></Workout>
            </HealthData>
            """;

        var files = Read(
            Zip(("apple_health_export/export.xml", Encoding.UTF8.GetBytes(Export)), ("apple_health_export/workout-routes/a.gpx", Track)), "export.zip");

        var run = Assert.Single(files[0].Result.Activities);
        Assert.Equal(
            ("running", "treadmill", 5 * 1_609.344, 3_000.0), (run.Sport, run.SubSport, run.TotalDistance!.Value.Metres, run.TotalTimer!.Value.TotalSeconds));
        Assert.Equal(Offset.FromHours(2), run.UtcOffset);
        Assert.Equal("HKWorkoutActivityTypeCycling", Assert.Single(files[1].Result.Activities).ListedSport);
    }

    [Fact]
    public void A_table_of_two_bytes_a_letter_tells_the_sport_too()
    {
        byte[] table =
        [
            .. Encoding.Unicode.Preamble,
            .. Encoding.Unicode.GetBytes("Activity ID,Activity Date,Activity Name,Activity Type,Filename\n1,d,n,Ride,activities/a.gpx\n"),
        ];

        var track = Read(Zip(("activities.csv", table), ("activities/a.gpx", Track)), "export.zip").Single(file => file.Result.Activities.Count > 0).Result;

        Assert.Equal("Ride", Assert.Single(track.Activities).ListedSport);
    }

    [Theory]
    [InlineData("activities.csv")]
    [InlineData("Takeout/cardioActivities.csv")]
    public void A_table_within_an_archive_within_an_archive_tells_the_sport(string list)
    {
        const string Table = "Activity ID,Activity Date,Activity Name,Activity Type,Filename\n1,d,n,Ride,activities/a.gpx\n";
        var inner = Zip((list, Encoding.UTF8.GetBytes(Table)), ("activities/a.gpx", Track));

        foreach (var archive in new[] { Zip(("export.zip", inner)), Zip(("once more.zip", Zip(("export.zip", inner)))) })
        {
            var track = Read(archive, "outer.zip").Single(file => file.Result.Activities.Count > 0).Result;
            Assert.Equal("Ride", Assert.Single(track.Activities).ListedSport);
        }
    }

    [Fact]
    public void Garmins_list_gives_the_runs_that_were_entered_by_hand_and_no_other()
    {
        const string List = """
            [{"summarizedActivitiesExport":[
            {"activityId":1,"name":"Treadmill","activityType":"treadmill_running","sportType":"RUNNING","beginTimestamp":1791180000000,"startTimeGmt":1791180000000,"startTimeLocal":1791187200000,"duration":1800000.0,"distance":500000.0},
            {"activityId":2,"activityType":"running","deviceId":3911,"startTimeGmt":1791266400000,"duration":1800000.0,"distance":600000.0,"splits":[{"measurements":[{"value":1}]}]},
            {"activityId":3,"activityType":"cycling","sportType":"CYCLING","startTimeGmt":1791352800000,"duration":3600000.0,"distance":3000000.0},
            {"activityId":4,"activityType":"running","manualActivity":true,"deviceId":0,"avgHr":140,"startTimeGmt":1791439200000,"duration":1200000.0,"distance":300000.0}]}]
            """;
        var files = Read(Zip(("DI_CONNECT/DI-Connect-Fitness/x_0_summarizedActivities.json", Encoding.UTF8.GetBytes(List))), "garmin.zip");

        var believed = BelievedActivities.Of(Assert.Single(files).Result.Activities, new BeliefContext(null, Instant.FromUtc(2026, 12, 1, 0, 0)));

        Assert.Equal([("running", 5_000), ("cycling", 30_000), ("running", 3_000)], believed.Select(one => (one.Sport!, (int)one.TotalDistance!.Value.Metres)));
        Assert.Equal((Offset.FromHours(2), 1_800.0), (believed[0].UtcOffset!.Value, believed[0].TotalTimer!.Value.TotalSeconds));
    }

    [Theory]
    [InlineData("[{\"summarizedActivitiesExport\":[]}]", ReadStatus.LeftAside)]
    [InlineData("[{\"summarizedActivitiesExport\":[{\"activityType\":\"running\",\"startTimeGmt\":1791439200000},{\"act", ReadStatus.Partial)]
    [InlineData("[{\"summarizedActivitiesExport\":{{{", ReadStatus.LeftAside)]
    [InlineData("{\"summarizedActivitiesExport\":[[[[[1]]]]]}", ReadStatus.LeftAside)]
    public void A_list_that_is_odd_or_cut_gives_what_it_holds(string list, ReadStatus status) =>
        Assert.Equal(status, ActivityReader.Read(Encoding.UTF8.GetBytes(list)).Status);

    [Fact]
    public void An_export_that_is_cut_gives_the_runs_before()
    {
        var export = Encoding.UTF8.GetBytes(
            "<HealthData><Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" duration=\"50\" startDate=\"2026-10-05 23:30:00 +0200\"/><Work");

        var result = ActivityReader.Read(export);

        Assert.Equal(ReadStatus.Partial, result.Status);
        Assert.Single(result.Activities);
    }

    [Theory]
    [InlineData(TarEntryFormat.Ustar)]
    [InlineData(TarEntryFormat.Pax)]
    [InlineData(TarEntryFormat.Gnu)]
    public void Tar_is_unpacked_packed_or_not(TarEntryFormat format)
    {
        var tar = Tar(format, ("Takeout/Fitbit/a.gpx", Track), ("Takeout/b.json", "{}"u8.ToArray()), ("empty.txt", []));

        foreach (var (name, content) in new[] { ("a.tar", tar), ("a.tgz", Gzip(tar)), ("a.zip", Zip(("a.tgz", Gzip(tar)))) })
        {
            var files = Read(content, name);

            Assert.Equal(3, files.Count);
            Assert.Single(files[0].Result.Activities);
            Assert.All(files.Skip(1), file => Assert.Equal(ReadStatus.LeftAside, file.Result.Status));
        }
    }

    [Fact]
    public void A_tar_that_is_cut_gives_the_files_before()
    {
        var tar = Tar(TarEntryFormat.Ustar, ("a.gpx", Track), ("b.gpx", Track));

        var files = Read(tar[..(512 + ((Track.Length + 511) / 512 * 512) + 700)], "a.tar");

        Assert.Single(files[0].Result.Activities);
        Assert.Contains(files, file => file.Result.Fault == ReadFault.DamagedArchive);
    }

    [Fact]
    public void A_file_within_four_packings_is_read()
    {
        var packed = Zip(("download/all.zip", Zip(("part.zip", Zip(("a.gpx.gz", Gzip(Track)))))));

        Assert.Single(Assert.Single(Read(packed, "again.zip")).Result.Activities);
    }

    [Theory]
    [InlineData("training-session-2026-10-05-1.json", ExportMaker.Polar)]
    [InlineData("x/training-session_2026-10-05T08-00-00_1-a.json", ExportMaker.Polar)]
    [InlineData("samsunghealth_x/com.samsung.shealth.exercise.2026.csv", ExportMaker.Samsung)]
    [InlineData("Motion path detail data & description/motion path detail data.json", ExportMaker.Huawei)]
    [InlineData("HiTrack_1234.json", ExportMaker.Huawei)]
    [InlineData("SPORT/SPORT_1696.csv", ExportMaker.Zepp)]
    [InlineData("Sport-sessions/abc.json", ExportMaker.Runtastic)]
    [InlineData("Takeout/Fitbit/Global Export Data/exercise-0.json", ExportMaker.Fitbit)]
    [InlineData("DI_CONNECT/DI-Connect-Fitness/x_0_summarizedActivities.json", ExportMaker.Garmin)]
    [InlineData("user_workout_history.csv", ExportMaker.MapMyRun)]
    [InlineData("nike-data/activities/1.json", ExportMaker.Nike)]
    [InlineData("20261005_suunto.json", ExportMaker.Suunto)]
    [InlineData("HUAWEI_HEALTH_2026/Motion path detail data & description/x.json", ExportMaker.Huawei)]
    [InlineData("DI_CONNECT/DI-Connect-Wellness/2026_sleepData.json", ExportMaker.Garmin)]
    [InlineData("20261005_MiFitness_hlth_center_aggregated_fitness_data.csv", ExportMaker.Xiaomi)]
    [InlineData("Takeout/Fit/All Sessions/2026-10-05_RUNNING.json", ExportMaker.GoogleFit)]
    public void A_maker_is_known_by_the_names_of_its_files(string path, ExportMaker maker) => Assert.Equal(maker, ExportMakers.Of(path));

    [Theory]
    [InlineData("holiday.jpg")]
    [InlineData("activities/123.fit.gz")]
    [InlineData("notes.json")]
    public void Other_files_tell_no_maker(string path) => Assert.Null(ExportMakers.Of(path));

    private static List<(string Name, ReadResult Result)> Read(byte[] content, string name) => [.. ActivityReader.ReadAll(new MemoryStream(content), name)];

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return packed.ToArray();
    }

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    private static byte[] Tar(TarEntryFormat format, params (string Name, byte[] Content)[] files)
    {
        using var packed = new MemoryStream();
        using (var tar = new TarWriter(packed, format, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                TarEntry entry = format switch
                {
                    TarEntryFormat.Ustar => new UstarTarEntry(TarEntryType.RegularFile, name),
                    TarEntryFormat.Pax => new PaxTarEntry(TarEntryType.RegularFile, name),
                    _ => new GnuTarEntry(TarEntryType.RegularFile, name),
                };
                entry.DataStream = new MemoryStream(content);
                tar.WriteEntry(entry);
            }
        }

        return packed.ToArray();
    }
}
