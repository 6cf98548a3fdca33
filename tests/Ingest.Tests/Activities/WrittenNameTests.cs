using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Tests.Activities;

public sealed class WrittenNameTests
{
    [Theory]
    [InlineData("Forest", 6, "Forest")]
    [InlineData("Forest", 5, "Fores")]
    [InlineData("Forest", 0, "")]
    [InlineData("", 5, "")]
    [InlineData(null, 5, "")]
    public void No_more_signs_than_asked_for_are_kept(string? name, int most, string kept) => Assert.Equal(kept, WrittenName.Beginning(name, most));

    [Fact]
    public void A_sign_of_two_halves_is_one_and_never_cut()
    {
        Assert.Equal("a\U0001F3C3", WrittenName.Beginning("a\U0001F3C3b", 2));
        Assert.Equal("a", WrittenName.Beginning("a\U0001F3C3b", 1));
    }

    [Fact]
    public void Half_a_sign_becomes_the_sign_for_what_cannot_be_read()
    {
        Assert.Equal("a\uFFFDb", WrittenName.Beginning("a\uD83Cb", 9));
        Assert.Equal("a\uFFFD", WrittenName.Beginning("a\uDFC3", 9));
        Assert.Equal("\uFFFD\uFFFD", WrittenName.Beginning("\uDFC3\uD83C", 9));
    }
}
