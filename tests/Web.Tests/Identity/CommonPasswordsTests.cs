using KneeLoad.Web.Identity;

namespace KneeLoad.Web.Tests.Identity;

public sealed class CommonPasswordsTests
{
    [Theory]
    [InlineData("password")]
    [InlineData("Password1!")]
    [InlineData("P@ssw0rd123")]
    [InlineData("12345678")]
    [InlineData("87654321")]
    [InlineData("qwertyuiop")]
    [InlineData("Qwertz123")]
    [InlineData("aaaaaaaa")]
    [InlineData("abcabcabc")]
    [InlineData("Marathon2026")]
    [InlineData("anna.runs")]
    [InlineData("anna.runs@example.org")]
    [InlineData("        ")]
    public void What_is_guessed_first_is_refused(string password) => Assert.True(CommonPasswords.IsCommon(password, "anna.runs@example.org"));

    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("\U0001F3C3\U0001F955 mud & stars")]
    [InlineData("a b c d e f g h")]
    [InlineData("Zugspitze im Nebel")]
    [InlineData("7391-6640-2285")]
    public void Long_and_odd_ones_are_taken(string password) => Assert.False(CommonPasswords.IsCommon(password, "anna.runs@example.org"));
}
