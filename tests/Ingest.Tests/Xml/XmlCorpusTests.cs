using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Xml;

/// <summary>GPX and TCX of real watches against what reference decoders read in them.</summary>
public sealed class XmlCorpusTests(ITestOutputHelper output)
{
    private const double RequiredShare = 0.99;

    [Fact]
    public void Real_files_agree_with_the_reference_decoders_and_each_that_does_not_is_explained()
    {
        Assert.SkipWhen(Corpus.IsAbsent, Corpus.AbsentReason);
        var explained = File.ReadAllText(Path.Combine(Repository.Root, "docs", "reading-differences.md"));
        var files = Corpus.OfFormat("gpx").Concat(Corpus.OfFormat("tcx")).ToList();

        var differing = files
            .Select(file => (file.Hash, file.Format, Differences: string.Join("; ", Agreement.Differences(file.Truth, ActivityReader.Read(file.Read())))))
            .Where(file => file.Differences.Length > 0)
            .ToList();

        foreach (var format in files.GroupBy(file => file.Format))
        {
            var agreeing = format.Count() - differing.Count(file => file.Format == format.Key);
            output.WriteLine($"{format.Key}: {agreeing} of {format.Count()} agree ({(double)agreeing / format.Count():P2})");
        }

        Assert.All(differing, file => Assert.True(explained.Contains(file.Hash, StringComparison.Ordinal), $"{file.Hash} is not explained: {file.Differences}"));
        Assert.True(differing.Count <= (1 - RequiredShare) * files.Count, string.Join('\n', differing));
    }
}
