using System.Text.Json;
using KneeLoad.Ingest;
using KneeLoad.Ingest.Activities;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Fit;

public sealed class FitCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void At_least_995_of_1000_real_files_read_as_the_reference_decoders_read_them()
    {
        Assert.SkipWhen(Corpus.IsAbsent, Corpus.AbsentReason);

        var (agreeing, all) = (0, 0);
        foreach (var file in Corpus.OfFormat("fit"))
        {
            var differences = FitAgreement.Differences(ActivityReader.Read(file.Read()), file.Truth);
            all++;
            agreeing += differences.Count == 0 ? 1 : 0;
            if (differences.Count > 0)
            {
                output.WriteLine($"{file}: {string.Join("; ", differences)}");
            }
        }

        output.WriteLine($"{agreeing} of {all} FIT files agree, {100.0 * agreeing / all:F2} %");
        Assert.True(agreeing >= 0.995 * all, $"{agreeing} of {all} agree");
    }
}
