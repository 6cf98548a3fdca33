using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest;
using KneeLoad.Ingest.Plausibility;
using KneeLoad.Ingest.Plausibility.Clocks;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Analysis.Tests.Runs;

/// <summary>Plausibility on real files: it changes next to nothing, and what it changes is explained in docs/reading-differences.md.</summary>
public sealed class BelievedCorpusTests(ITestOutputHelper output)
{
    private const double Noticed = 0.02;

    [Fact]
    public void The_distance_of_a_real_run_changes_only_where_the_document_says_why()
    {
        Assert.SkipWhen(Corpus.IsAbsent, Corpus.AbsentReason);
        Assert.SkipUnless(LongRun.IsAsked, "It analyses 956 files twice: KNEELOAD_LONG=1 asks for it.");
        var context = new BeliefContext(null, Instant.FromUtc(2026, 11, 27, 12, 0));
        var (runs, changed) = (0, new List<string>());
        foreach (var file in Corpus.Files)
        {
            foreach (var activity in ActivityReader.Read(file.Read()).Activities)
            {
                if (RunAnalysis.Analyse(activity, DateTimeZone.Utc) is not { Metrics: { IsRun: true } asRead })
                {
                    continue;
                }

                runs++;
                var believed = BelievedActivities.Of([activity], context);
                var metres = believed.Sum(part => RunAnalysis.Analyse(part, DateTimeZone.Utc)?.Metrics.Distance?.Metres ?? 0);
                if (Math.Abs(metres - (asRead.Distance?.Metres ?? 0)) > Noticed * (asRead.Distance?.Metres ?? 0))
                {
                    changed.Add(file.Hash);
                    output.WriteLine(
                        $"{file}: {asRead.Distance?.Metres:F0} m as read, {metres:F0} m believed, "
                            + $"{string.Join(' ', believed.SelectMany(part => part.Notes).Select(note => note.Kind).Distinct())}");
                }
            }
        }

        output.WriteLine($"{runs} runs, {changed.Count} changed");
        var document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "reading-differences.md"));
        Assert.True(changed.Count <= 3, "at most three runs change");
        Assert.All(changed, hash => Assert.Contains(hash, document, StringComparison.Ordinal));
    }
}
