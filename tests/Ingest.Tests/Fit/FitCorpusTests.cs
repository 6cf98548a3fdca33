using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Fit;

public sealed class FitCorpusTests(ITestOutputHelper output)
{
    private const int FewestFiles = 611;

    [Fact]
    public void Every_real_file_reads_as_the_reference_decoders_read_it()
    {
        Assert.SkipWhen(Corpus.IsAbsent, Corpus.AbsentReason);

        var files = Corpus.OfFormat("fit").ToList();
        var differing = files
            .Select(file => (File: file, Differences: FitAgreement.Differences(ActivityReader.Read(file.Read()), file.Truth)))
            .Where(file => file.Differences.Count > 0)
            .Select(file => $"{file.File}: {string.Join("; ", file.Differences)}")
            .ToList();

        output.WriteLine($"{files.Count - differing.Count} of {files.Count} FIT files agree");
        Assert.True(files.Count >= FewestFiles, $"{files.Count} FIT files; docs/reading-differences.md tells of {FewestFiles}");
        Assert.Empty(differing);
    }
}
