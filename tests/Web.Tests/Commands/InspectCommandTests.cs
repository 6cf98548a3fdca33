using System.IO.Compression;
using System.Text.Json;
using KneeLoad.Testing;
using KneeLoad.Web.Commands;
using NodaTime;

namespace KneeLoad.Web.Tests.Commands;

public sealed class InspectCommandTests : IDisposable
{
    private static readonly Instant Start = Instant.FromUtc(2024, 5, 1, 6, 12, 3);
    private readonly string folder = Directory.CreateTempSubdirectory("inspect").FullName;

    [Fact]
    public async Task Json_names_are_those_of_the_contract()
    {
        var path = Write("run.gpx", Run());

        var (exitCode, output, error) = await Inspect("--json", path);

        Assert.Equal(0, exitCode);
        Assert.Empty(error);
        var file = Assert.Single(Files(output));
        Assert.Equal(["file", "status", "reason", "byteOffset", "warnings", "format", "activities"], Names(file));
        Assert.Equal("read", file.GetProperty("status").GetString());
        Assert.Equal("gpx", file.GetProperty("format").GetString());
        Assert.Equal(path, file.GetProperty("file").GetString());
        var activity = file.GetProperty("activities")[0];
        Assert.Equal(
            [
                "sport", "subSport", "maker", "product", "start", "totalElapsedSeconds", "totalTimerSeconds", "totalDistanceMetres", "records",
                "fields", "developerFields",
            ],
            Names(activity));
        Assert.Equal(
            [
                "positionLat", "positionLong", "distance", "speed", "enhancedSpeed", "altitude", "enhancedAltitude", "cadence", "fractionalCadence",
                "heartRate", "power",
                "temperature", "stanceTime", "stanceTimePercent", "stanceTimeBalance", "verticalOscillation", "verticalRatio", "stepLength",
            ],
            Names(activity.GetProperty("fields")));
        Assert.Equal(["n", "sum", "min", "max"], Names(activity.GetProperty("fields").GetProperty("cadence")));
    }

    [Fact]
    public async Task Statistics_count_measured_zeros_and_leave_the_missing_out()
    {
        var path = Write("run.gpx", Run());

        var (_, output, _) = await Inspect("--json", path);

        var activity = Files(output)[0].GetProperty("activities")[0];
        var cadence = activity.GetProperty("fields").GetProperty("cadence");
        Assert.Equal(
            (2, 84, 0, 84),
            (cadence.GetProperty("n")
                .GetInt32(), cadence.GetProperty("sum").GetDouble(), cadence.GetProperty("min").GetDouble(), cadence.GetProperty("max").GetDouble()));
        Assert.Equal(3, activity.GetProperty("records").GetInt32());
        Assert.Equal("2024-05-01T06:12:03Z", activity.GetProperty("start").GetString());
        Assert.Equal(JsonValueKind.Null, activity.GetProperty("totalDistanceMetres").ValueKind);
        Assert.Equal(JsonValueKind.Null, activity.GetProperty("fields").GetProperty("power").ValueKind);
    }

    [Fact]
    public async Task A_refused_file_is_one_line_on_standard_error_and_exit_code_1()
    {
        var good = Write("run.gpx", Run());
        var bad = Write("page.gpx", "<html></html>"u8.ToArray());

        var (exitCode, output, error) = await Inspect("--json", good, bad);

        Assert.Equal(1, exitCode);
        Assert.StartsWith(bad, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(["read", "rejected"], Files(output).Select(file => file.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused()
    {
        var (exitCode, output, error) = await Inspect("--json", Path.Combine(folder, "none.gpx"));

        Assert.Equal(1, exitCode);
        Assert.NotEmpty(error);
        Assert.Equal("rejected", Assert.Single(Files(output)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_folder_is_walked_by_name()
    {
        Directory.CreateDirectory(Path.Combine(folder, "below"));
        Write("b.gpx", Run());
        Write("a.gpx", Run());
        Write(Path.Combine("below", "c.gpx"), Run());
        Write(".hidden", Run());

        var (exitCode, output, _) = await Inspect("--json", folder);

        Assert.Equal(0, exitCode);
        Assert.Equal(["a.gpx", "b.gpx", "c.gpx"], Files(output).Select(file => Path.GetFileName(file.GetProperty("file").GetString())));
    }

    [Fact]
    public async Task An_archive_gives_an_entry_a_member()
    {
        var path = Path.Combine(folder, "export.zip");
        WriteZip(path, "a.gpx", "deep/b.gpx");

        var (_, output, _) = await Inspect("--json", path);

        Assert.Equal([$"{path}!/a.gpx", $"{path}!/deep/b.gpx"], Files(output).Select(file => file.GetProperty("file").GetString()));
    }

    [Fact]
    public async Task A_fault_in_a_text_file_names_its_line()
    {
        var path = Write("cut.gpx", Run()[..^40]);

        var (exitCode, output, _) = await Inspect("--json", path);

        var file = Assert.Single(Files(output));
        Assert.Equal(0, exitCode);
        Assert.Equal("partial", file.GetProperty("status").GetString());
        Assert.StartsWith("Line ", file.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_json_it_reads_like_a_table()
    {
        var (exitCode, output, _) = await Inspect(Write("run.gpx", Run()));

        Assert.Equal(0, exitCode);
        Assert.Contains("2024-05-01T06:12:03Z  running", output, StringComparison.Ordinal);
        Assert.Matches("cadence +2 +42 +0 +84", output);
        Assert.DoesNotContain("power", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inspect")]
    [InlineData("inspect", "--jason", "x.gpx")]
    [InlineData("expect", "x.gpx")]
    public async Task Wrong_use_is_exit_code_2_with_a_word_on_standard_error(params string[] arguments)
    {
        var (exitCode, output, error) = await Run(arguments);

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task Help_names_the_verb_and_its_option()
    {
        var (exitCode, output, _) = await Run("inspect", "--help");

        Assert.Equal(0, exitCode);
        Assert.Contains("--json", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(false, "serve", "--data", "x")]
    [InlineData(false, "demo")]
    [InlineData(false, "--data", "x")]
    [InlineData(true, "inspect", "x")]
    [InlineData(true, "--help")]
    [InlineData(true, "nonsense")]
    public void The_web_service_keeps_what_is_its_own(bool isCommand, params string[] arguments) =>
        Assert.Equal(isCommand, CommandLine.Handles(arguments));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static byte[] Run() => new GpxFileBuilder { Creator = "Garmin Connect" }
        .Track("running")
        .Point(new() { Latitude = 50, Longitude = 8, Time = Start, Cadence = 0 })
        .Point(new() { Latitude = 50, Longitude = 8, Time = Start.Plus(Duration.FromSeconds(1)), Cadence = 84 })
        .Point(new() { Latitude = 50, Longitude = 8, Time = Start.Plus(Duration.FromSeconds(2)) })
        .ToBytes();

    [Fact]
    public async Task What_is_not_there_is_named_as_missing()
    {
        var path = Path.Combine(folder, "gone.fit");

        var (exitCode, _, error) = await Inspect(path);

        Assert.Equal((CommandLine.Refused, $"{path}: There is no such file or folder."), (exitCode, error.TrimEnd()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_dash_reads_standard_input_a_file_or_an_archive(bool isArchive)
    {
        var path = Path.Combine(folder, "runs.zip");
        WriteZip(path, "a.gpx", "b.gpx");

        var (exitCode, output) = await RealProgram.RunAsync(["inspect", "--json", "-"], isArchive ? await File.ReadAllBytesAsync(path) : Run());

        Assert.Equal(0, exitCode);
        Assert.Equal(isArchive ? ["-!/a.gpx", "-!/b.gpx"] : ["-"], Files(output).Select(file => file.GetProperty("file").GetString()));
        Assert.All(Files(output), file => Assert.Equal("read", file.GetProperty("status").GetString()));
    }

    private static Task<(int ExitCode, string Output, string Error)> Inspect(params string[] arguments) => Run(["inspect", .. arguments]);

    private static async Task<(int ExitCode, string Output, string Error)> Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(arguments, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }

    private static List<JsonElement> Files(string output) => [.. JsonDocument.Parse(output).RootElement.GetProperty("files").EnumerateArray()];

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    private static void WriteZip(string path, params string[] names)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var name in names)
        {
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(Run());
        }
    }

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
