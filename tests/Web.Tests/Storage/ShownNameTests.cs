using KneeLoad.Web.Storage;

namespace KneeLoad.Web.Tests.Storage;

public sealed class ShownNameTests
{
    [Theory]
    [InlineData("run.fit", "run.fit")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\watch\run.fit", "run.fit")]
    [InlineData("a\0b\r\nc.fit", "abc.fit")]
    [InlineData("run\u202Etif.exe", "runtif.exe")]
    [InlineData("Läufe \u2713.fit", "Läufe \u2713.fit")]
    [InlineData("", "unnamed")]
    [InlineData(null, "unnamed")]
    [InlineData("folder/", "unnamed")]
    public void UP_17_Folders_and_what_cannot_be_seen_go(string? sent, string shown) => Assert.Equal(shown, ShownName.Of(sent));

    [Fact]
    public void An_endless_name_is_cut_between_characters()
    {
        var shown = ShownName.Of(string.Concat(Enumerable.Repeat("\U0001F3C3", 300)));

        Assert.Equal(200, shown.Length);
        Assert.False(char.IsHighSurrogate(shown[^1]));
    }
}
