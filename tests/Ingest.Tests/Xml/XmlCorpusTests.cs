using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Xml;

/// <summary>GPX and TCX of real watches against what reference decoders read in them.</summary>
public sealed class XmlCorpusTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("gpx", 324, 323)]
    [InlineData("tcx", 21, 21)]
    public void Real_files_agree_with_the_reference_decoders_and_each_that_does_not_is_explained(string format, int all, int agreeing)
    {
        Assert.SkipWhen(Corpus.IsAbsent, Corpus.AbsentReason);
        var explained = File.ReadAllText(Path.Combine(Repository.Root, "docs", "reading-differences.md"));
        var files = Corpus.OfFormat(format).ToList();

        var differing = files
            .Select(file => (file.Hash, Differences: string.Join("; ", Agreement.Differences(file.Truth, ActivityReader.Read(file.Read())))))
            .Where(file => file.Differences.Length > 0)
            .ToList();

        output.WriteLine($"{format}: {files.Count - differing.Count} of {files.Count} agree");
        Assert.True(files.Count >= all, $"{files.Count} {format} files; docs/reading-differences.md tells of {all}");
        Assert.All(
            differing,
            file => Assert.True(explained.Contains(file.Hash, StringComparison.Ordinal), $"{file.Hash} is not explained: {file.Differences}"));
        Assert.True(differing.Count <= all - agreeing, string.Join('\n', differing));
    }
}
