using System.Text.Json;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Testing;
using KneeLoad.Web.Commands.Analyze;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Tests.Commands;

/// <summary>No file takes a run from a history, and none changes the level but by a run of that length.</summary>
public sealed class HistoryPlusOneTests
{
    private const double Usual = 5_040;

    /// <summary>Changed files that are tried. [1]</summary>
    private static readonly int Mutated = LongRun.IsAsked ? 300 : 100;

    /// <summary>One real file of so many is tried where nobody asks for the long run. [1]</summary>
    private const int Share = 5;

    /// <summary>Ends on the day before the made reports.</summary>
    private static readonly Instant Last = Instant.FromUtc(2026, 10, 3, 16, 0);
    private static readonly Instant Now = Instant.FromUtc(2026, 10, 9, 12, 0);
    private static readonly LocalDate Today = new(2026, 10, 8);
    private static readonly (string Name, ReadResult Result)[] History = [.. Enumerable.Range(0, 20)
        .Select(i => ($"own-{i}.fit", ActivityReader.Read(Run(Last - Duration.FromDays(2 * i)))))];
    private static readonly RiskLevel Before = LevelOf(Read([]).Runs);

    public static TheoryData<string> Reports =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples", "reports"))
            .Select(path => Path.GetFileName(path))
            .Where(name => !name.EndsWith(".tsv", StringComparison.Ordinal))];

    [Fact]
    public void The_history_itself_is_calm() => Assert.Equal(RiskLevel.Low, Before);

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_reported_file_takes_nothing_from_a_history(string name)
    {
        using var content = File.OpenRead(Path.Combine(Repository.Root, "samples", "reports", name));

        Check([.. ActivityReader.ReadAll(content, name)]);
    }

    [Fact]
    public void A_damaged_clock_takes_nothing_from_a_history()
    {
        foreach (var (name, content) in WithDamagedClocks())
        {
            Check([(name, ActivityReader.Read(content))]);
        }
    }

    [Fact]
    public void UP_13_A_mutated_file_takes_nothing_and_all_that_is_said_of_it_is_finite()
    {
        var originals = Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples", "reports"))
            .Where(path => Path.GetExtension(path) is ".fit" or ".gpx" or ".tcx")
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes)
            .ToList();
        var mutator = new Mutator(20_261_127);
        for (var i = 0; i < Mutated; i++)
        {
            Check([($"mutated-{i}", ActivityReader.Read(mutator.Mutate(originals[i % originals.Count])))]);
        }
    }

    [Fact]
    public void A_real_file_takes_nothing_from_a_history()
    {
        Assert.SkipWhen(Corpus.IsAbsent, Corpus.AbsentReason);
        foreach (var file in Corpus.Files.Where((_, i) => LongRun.IsAsked || i % Share == 0))
        {
            var content = file.Read();
            Check([(file.Hash, ActivityReader.Read(content))]);
            if (file.Format == "fit" && FitReader.Read(content) is { Status: ReadStatus.Read, Activities: [{ Start: { } start }, ..] })
            {
                // The same on a day between the last run and today.
                var days = (Last + Duration.FromDays(2) - start).TotalDays;
                Check([(file.Hash, ActivityReader.Read(FitClock.Move(content, Duration.FromSeconds(Math.Floor(days * 86_400 / 32) * 32))))]);
            }
        }
    }

    private static void Check((string Name, ReadResult Result)[] added)
    {
        var history = Read(added);

        var own = history.Runs.Where(run => run.Key.StartsWith("own-", StringComparison.Ordinal)).ToList();
        Assert.Equal(20, own.Count);
        Assert.All(own, run => Assert.True(run.Counts, $"{added[0].Name}: {run.Key} no longer counts."));
        Assert.All(own, run => Assert.Equal(Usual, run.Metrics.Distance!.Value.Metres, 1.0));
        // A run that was entered by hand may state no time.
        var counted = history.Runs.Where(run => run.Counts && !run.Key.StartsWith("own-", StringComparison.Ordinal)).ToList();
        Assert.All(
            counted,
            run => Assert.True(
                run.Metrics.Timer == Duration.Zero || !(run.Metrics.Distance?.Metres > 8 * Math.Max(60, run.Metrics.Timer.TotalSeconds)),
                $"{added[0].Name}: {run.Metrics.Distance} in {run.Metrics.Timer}."));
        if (LevelOf(history.Runs) != Before)
        {
            Assert.Contains(
                counted,
                run => run.Metrics.LocalDate > Today.PlusDays(-30)
                    && (run.Metrics.Distance is null || counted.Sum(one => one.Metrics.Distance?.Metres ?? 0) > 1.09 * Usual));
        }

        using var output = new StringWriter();
        AnalyzeJson.Write(history, AnalyzedDay.Of(history, Options), Options.Format, output);
        JsonDocument.Parse(output.ToString()).Dispose();
    }

    private static AnalyzeOptions Options => new(null, IsoDayOfWeek.Monday, RunnerProfile.Unknown, Today, null, Language.English, UnitSystem.Metric);

    private static AnalyzedHistory Read((string Name, ReadResult Result)[] added) =>
        AnalyzedHistory.Read([.. History, .. added], zone: null, map: null, Now, Options.Format);

    private static RiskLevel LevelOf(IReadOnlyList<HistoryRun> runs) => RiskModel.Assess(runs, [], RunnerProfile.Unknown, Today).Level;

    private static IEnumerable<(string Name, byte[] Content)> WithDamagedClocks()
    {
        foreach (var year in new[] { 1901, 1970, 1990, 2004, 2035, 2090 })
        {
            for (var record = 0; record <= 60; record += 20)
            {
                var (at, wild) = (record, Instant.FromUtc(year, 1, 1, 0, 0));
                var gpx = new GpxFileBuilder().Track("running");
                for (var i = 0; i <= 60; i++)
                {
                    gpx.Point(new()
                    {
                        Latitude = 47 + (i * 0.0004),
                        Longitude = 8,
                        Time = i == at ? wild : Last + Duration.FromDays(1) + Duration.FromSeconds(15 * i),
                    });
                }

                yield return ($"{year} at {at}", gpx.ToBytes());
            }
        }
    }

    private static byte[] Run(Instant start)
    {
        var file = new FitFileBuilder().FileId(start).TimerStart(start);
        for (var second = 0; second <= 1_680; second += 2)
        {
            file.Record(new FitRecord { Time = start + Duration.FromSeconds(second), DistanceMetres = 3 * second, HeartRate = 140, StridesPerMinute = 84 });
        }

        return file
            .Session(new FitSession { Start = start, Elapsed = Duration.FromSeconds(1_680), Timer = Duration.FromSeconds(1_680), DistanceMetres = Usual })
            .ToBytes();
    }
}
