using System.IO.Compression;
using System.Text.Json;
using KneeLoad.Analysis.Risk;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime.Testing;
using NodaTime;

namespace KneeLoad.Web.Tests.Data.Reading;

/// <summary>
/// A database that the program wrote while its model had version 1 (commit 78823cc): a made account, eleven made GPX runs, an entry
/// of pain, and the first screen opened once.
/// </summary>
public sealed class VersionOneTests : IAsyncDisposable
{
    private static readonly LocalDate Shown = new(2026, 11, 27);
    private readonly string folder = Directory.CreateTempSubdirectory("version-1-").FullName;
    private readonly WebHost host;

    public VersionOneTests()
    {
        using var packed = new GZipStream(
            File.OpenRead(Path.Combine(Repository.Root, "tests", "Web.Tests", "Data", "Reading", "version-1.db.gz")), CompressionMode.Decompress);
        using var database = File.Create(Path.Combine(folder, "kneeload.db"));
        packed.CopyTo(database);
        // Its originals are not kept here, which would be an unmounted disk if the folder did not say whose it is.
        File.WriteAllText(Path.Combine(folder, "kneeload.id"), $"{Guid.NewGuid()}");
        host = new WebHost(folder).At(new FakeClock(Instant.FromUtc(2026, 11, 28, 9, 0)));
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_version_1_showed_is_still_shown_and_marked()
    {
        var runner = await host.StoredRunnerAsync("runner@example.org");

        var page = await runner.ReadAsync("/");

        Assert.Contains("it was version 1.", page, StringComparison.Ordinal);
        Assert.Contains("For yesterday version 1 said Elevated, 45 points; version 2 says Elevated, 48 points.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_version_1_stored_is_downloaded_as_it_was()
    {
        var runner = await host.StoredRunnerAsync("runner@example.org");

        var download = await runner.Http.GetByteArrayAsync($"/score/{Shown:uuuu-MM-dd}.json");

        using var document = JsonDocument.Parse(download);
        Assert.Equal("1", document.RootElement.GetProperty("modelVersion").GetString());
        Assert.NotEmpty(document.RootElement.GetProperty("outcome").GetProperty("factors")[0].GetProperty("rule").GetString()!);
        Assert.Equal(new ShownFinding(RiskLevel.Elevated, 45), StoredJson.ReadFinding(download));
    }

    [Fact]
    public async Task What_weeks_and_runs_lack_is_caught_up_with()
    {
        var stored = await host.AskAsync(db => db.Weeks.OrderBy(week => week.FirstDay).Select(week => week.FirstDay).ToListAsync());

        await host.UntilAsync(async db => !await db.Work.AnyAsync(work => work.Kind == WorkKind.CatchUp));

        var weeks = await host.AskAsync(db => db.Weeks.AsNoTracking().OrderBy(week => week.FirstDay).ToListAsync());
        Assert.Subset(weeks.Select(week => week.FirstDay).ToHashSet(), stored.ToHashSet());
        Assert.Equal(11, weeks.Sum(week => StoredJson.ReadPastRuns(week.Runs!).Count));
    }

    [Fact]
    public async Task Runs_and_diary_of_version_1_are_the_inputs_of_version_2()
    {
        var runner = await host.StoredRunnerAsync("runner@example.org");
        var content = await host.AskAsync(db => db.ShownAssessments.Select(row => row.Content).SingleAsync());

        var inputs = StoredJson.ReadInputs(ShownAssessments.Unpack(content));
        var now = inputs.Assess();

        Assert.Equal((11, 1), (inputs.Runs.Count, inputs.Diary.Count));
        Assert.Equal((RiskModel.Version, RiskLevel.Elevated, SetBy.LongestRun), (now.ModelVersion, now.Level, now.SetBy));
        Assert.Contains("11 activities", await runner.ReadAsync("/runs"), StringComparison.Ordinal);
    }
}
