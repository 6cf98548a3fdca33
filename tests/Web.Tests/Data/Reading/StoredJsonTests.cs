using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Tests.Hosting;
using NodaTime;

namespace KneeLoad.Web.Tests.Data.Reading;

public sealed class StoredJsonTests
{
    private static readonly AnalysedActivity Analysed =
        RunAnalysis.Analyse(ActivityReader.Read(MadeRun.Fit(MadeRun.Monday)).Activities[0], DateTimeZone.Utc)!;

    [Fact]
    public void Metrics_come_back_equal_to_the_last_bit()
    {
        var metrics = Analysed.Metrics with
        {
            Lacks = [],
            FileNotes = [],
            Start = MadeRun.Monday + Duration.FromNanoseconds(123_456_789),
            Distance = new(1.0 / 3),
        };

        var back = StoredJson.ReadMetrics(StoredJson.Write(metrics));

        Assert.Equal(metrics, back with { Lacks = metrics.Lacks, FileNotes = metrics.FileNotes });
        Assert.Empty(back.Lacks);
    }

    [Fact]
    public void Load_and_weeks_come_back_equal()
    {
        var load = RunLoads.Of(BaselineRun.Of(Analysed.Metrics, Analysed.Cells, isSetAside: false), Baseline.Population);
        var week = Assert.Single(WeeklyLoads.Compute(
            [new HistoryRun("a", Analysed.Metrics, load, null, null)], IsoDayOfWeek.Monday, new LocalDate(2026, 3, 4)));

        Assert.Equal(load, StoredJson.ReadLoad(StoredJson.Write(load)));
        Assert.Equal(week, StoredJson.ReadWeek(StoredJson.Write(week)));
    }

    [Fact]
    public void A_surface_mix_that_was_never_asked_for_stays_unknown() => Assert.Null(StoredJson.ReadSurface(null));

    [Fact]
    public void Units_stand_in_the_names_and_what_is_not_measured_is_left_out()
    {
        var json = StoredJson.Write(Analysed.Metrics with { ContactTimeMs = null });

        Assert.Contains("\"distance\":{\"metres\":3600", json, StringComparison.Ordinal);
        Assert.Contains("\"start\":\"2026-03-02T06:30:00Z\"", json, StringComparison.Ordinal);
        Assert.Contains("\"elapsed\":\"0:20:00\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("contactTimeMs", json, StringComparison.Ordinal);
        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
    }
}
