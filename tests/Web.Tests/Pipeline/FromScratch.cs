using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Runs.Repeats;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data.Corrections;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Pipeline.Steps;
using KneeLoad.Web.Pipeline.Uploads;
using NodaTime;

namespace KneeLoad.Web.Tests.Pipeline;

/// <summary>The rows that a runner's files and words come to when all is computed at once, in memory, knowing of no earlier state.</summary>
internal sealed class FromScratch
{
    private readonly List<Run> rows;
    private readonly RunnerProfile profile;

    /// <param name="runner">Whose.</param>
    /// <param name="contents">The runner's files with their hash and when they came, in any order.</param>
    /// <param name="corrections">What the runner told of activities.</param>
    public FromScratch(Runner runner, IEnumerable<(string Hash, Instant Received, byte[] Content)> contents, IReadOnlyList<RunCorrection> corrections)
    {
        profile = Told(runner);
        rows = [.. contents.SelectMany(file => Analysed(runner, file.Hash, file.Received, file.Content, corrections))];
        var counted = rows.FindAll(row => !row.Deleted);
        var told = new ToldOfRuns(corrections);
        var distinct = corrections.Where(told => told.Kind == CorrectionKind.NotTheSame).Select(told => told.RunId).ToHashSet();
        var repeats = Duplicates.Find([.. counted.Where(row => !distinct.Contains(row.Id))
            .Select(row => DuplicateCandidate.Of($"{row.Id:n}", StoredJson.ReadMetrics(row.Metrics), told.IsOneInTwoZones(row.Id)))]);
        foreach (var row in counted)
        {
            row.DuplicateOfId = repeats.TryGetValue($"{row.Id:n}", out var kept) ? Guid.ParseExact(kept, "n") : null;
        }

        var activities = counted.ConvertAll(row => new StoredActivity(
            $"{row.Id:n}",
            new(StoredJson.ReadMetrics(row.Metrics), CellTableCodec.Decode(row.Cells)!),
            row.DuplicateOfId?.ToString("n"),
            row.LeftOut || distinct.Contains(row.Id))
        { IsOneInTwoZones = told.IsOneInTwoZones(row.Id) });
        var copies = ShiftedCopies.Find(JoinedActivities.Kept(activities));
        foreach (var (earlier, later, _) in copies)
        {
            counted.Single(row => $"{row.Id:n}" == earlier).CopyId = Guid.ParseExact(later, "n");
        }

        var joined = JoinedActivities.Of(activities, copies);
        var loads = RunLoads.Compute([.. counted.Zip(
            joined,
            (row, one) => BaselineRun.Of(one.Analysed.Metrics, one.Analysed.Cells, row.DuplicateOfId is not null || row.LeftOut))]);
        foreach (var (row, load) in counted.Zip(loads))
        {
            row.Load = StoredJson.Write(load);
        }

        History = [.. counted.Zip(
            joined,
            (row, one) => new HistoryRun(one.Key, one.Analysed.Metrics, StoredJson.ReadLoad(row.Load!), null, row.DuplicateOfId?.ToString("n"))
            {
                LeftOut = row.LeftOut,
                JoinedWith = one.JoinedWith,
            })];
    }

    private List<HistoryRun> History { get; }

    public string Rows => Lines(rows);

    /// <summary>Everything of rows that follows from files and words, a line each.</summary>
    public static string Lines(IEnumerable<Run> rows) => string.Join('\n', rows.OrderBy(row => row.Id).Select(row =>
        $"{row.Id} {row.Start} {row.End} {row.LocalDate} {row.IsRun} {row.ModelVersion} {row.LeftOut} {row.Deleted} {row.DuplicateOfId} "
            + $"{(row.Deleted ? null : row.CopyId)} {row.Metrics} {row.Load} {Convert.ToHexString(row.Cells)} {Convert.ToHexString(row.Traces)} "
                + $"{row.Surface} {row.Warnings}"));

    /// <summary>The weeks up to a day, or to the last activity's.</summary>
    public IEnumerable<string> Weeks(IsoDayOfWeek weekStart, LocalDate through) =>
        WeeklyLoads.Compute(History, weekStart, History.Select(run => run.Metrics.LocalDate).Append(through).Max()).Select(StoredJson.Write);

    /// <summary>The assessment by what the runner's row tells now.</summary>
    public string Assessment(IReadOnlyList<DiaryEntry> diary, LocalDate today) =>
        StoredJson.Write(RiskModel.Assess(History, diary, profile, today));

    private static RunnerProfile Told(Runner runner) => new()
    {
        Zone = runner.Zone,
        BirthYear = runner.BirthYear,
        KneeInjury = runner.KneeInjury,
        OtherInjury = runner.OtherInjury,
        LongestBefore = runner.LongestBeforeMetres is { } metres ? new Distance(metres) : null,
        ToldHeelStrike = runner.ToldHeelStrike,
        ToldFootStrikeOn = runner.ToldFootStrikeOn,
        Paused = runner.Paused,
    };

    private static IEnumerable<Run> Analysed(Runner runner, string hash, Instant received, byte[] content, IReadOnlyList<RunCorrection> corrections)
    {
        foreach (var run in UploadReading.Files(new MemoryStream(content), "file")
            .SelectMany(file => ImportedRun.Of(runner.Id, hash, file, new(runner.Zone, received))))
        {
            if (run.ToRow(new Upload { RunnerId = runner.Id, ContentHash = hash }, runner.Zone, map: null) is { } row)
            {
                run.Tell(row, new ToldOfRuns(corrections), new GroundCorrections(new Dictionary<long, SurfaceClass>()), runner.Zone);
                yield return row;
            }
        }
    }
}
