using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Tests.Consents;

/// <summary>The words of the consents and the version that each consent is stored with.</summary>
public sealed class ConsentTextTests
{
    private const string Path = "tests/Web.Tests/Consents/consent-text.approved.txt";

    [Fact]
    public void PR_07_Whoever_changes_the_words_of_the_consents_raises_their_version()
    {
        var say = Language.English;
        string[] words = ["Storing.Title", "Storing", "Scoring.Title", "Scoring", "Free"];
        var text = $"{Consent.CurrentText}\n{string.Join('\n', words.Select(name => say["Privacy.Consent." + name]))}\n";
        var file = System.IO.Path.Combine(Repository.Root, Path);
        var approved = File.Exists(file) ? File.ReadAllText(file) : "";

        // Of one version there is one text: not even an approval changes it.
        Assert.True(
            approved == text || !approved.StartsWith(Consent.CurrentText + "\n", StringComparison.Ordinal),
            "The words have changed: raise Consent.CurrentText.");
        Assert.Equal(Approved.Text(Path, text), text);
    }
}
