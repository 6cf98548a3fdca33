using KneeLoad.Web.Identity.Passwords;

namespace KneeLoad.Web.Tests.Identity.Passwords;

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
    [InlineData("0987654321")]
    [InlineData("poiuytrewq")]
    [InlineData("1q2w3e4r")]
    [InlineData("zaq12wsx")]
    [InlineData("a1b2c3d4")]
    [InlineData("aaaabbbb")]
    [InlineData("abc12345")]
    [InlineData("asd123asd")]
    [InlineData("January2024")]
    [InlineData("summer24!")]
    [InlineData("Sommer2025!!")]
    [InlineData("Monday123")]
    [InlineData("iLoveYou1990")]
    [InlineData("anna1990!")]
    [InlineData("runs31121990")]
    [InlineData("Example2026")]
    [InlineData("L3tm31n!!")]
    [InlineData("dragonmonkey")]
    [InlineData("147258369")]
    [InlineData("!@#$%^&*")]
    [InlineData("michelle88")]
    [InlineData("Kn33l0ad!")]
    [InlineData("passwordpassword1")]
    [InlineData("x7k2x7k2")]
    [InlineData("73916640")]
    [InlineData("loveandpeace")]
    [InlineData("midnight")]
    [InlineData("elephant")]
    [InlineData("beautiful")]
    [InlineData("spongebob")]
    [InlineData("metallica")]
    [InlineData("victoria")]
    [InlineData("maverick")]
    [InlineData("blink182")]
    [InlineData("soleil123")]
    [InlineData("schalke04")]
    [InlineData("Midnight1!")]
    [InlineData("elephant2024!")]
    [InlineData("M3tall1ca")]
    [InlineData("midnightelephant")]
    public void AU_11_What_is_guessed_first_is_refused(string password) => Assert.True(CommonPasswords.IsCommon(password, "anna.runs@example.org"));

    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("\U0001F3C3\U0001F955 mud & stars")]
    [InlineData("a b c d e f g h")]
    [InlineData("Zugspitze im Nebel")]
    [InlineData("7391-6640-2285")]
    [InlineData("mud and stars")]
    [InlineData("kx7!2qz9")]
    [InlineData("gravel over asphalt")]
    [InlineData("dragon eats my shadow")]
    [InlineData("Wq4-Zt9-Lm2")]
    [InlineData("ein Apfel im Schnee")]
    [InlineData("correcthorsebattery")]
    [InlineData("\U0001F98A\U0001F98A\U0001F427\U0001F3D4\U0001F32B\U0001F680\U0001F9C0\U0001F3BB")]
    [InlineData("早朝に川沿いを走る")]
    public void AU_11_Long_and_odd_ones_are_taken(string password) => Assert.False(CommonPasswords.IsCommon(password, "anna.runs@example.org"));

    [Fact]
    public void What_is_known_of_one_runner_is_no_fault_of_anothers() => Assert.False(CommonPasswords.IsCommon("runs31121990", "bert@example.net"));

    [Fact]
    public void AU_11_Every_password_of_the_list_is_refused_with_a_capital_too()
    {
        var common = CommonPasswordList.All.Where(password => password.Length >= 8).Order(StringComparer.Ordinal).Where((_, place) => place % 97 == 0).ToList();

        Assert.True(CommonPasswordList.All.Count(password => password.Length >= 8) >= 100_000);
        Assert.All(common, password => Assert.True(CommonPasswords.IsCommon(password, null)));
        Assert.All(common, password => Assert.True(CommonPasswords.IsCommon(char.ToUpperInvariant(password[0]) + password[1..], null)));
    }

    [Fact]
    public void The_longest_password_is_judged_as_well() =>
        Assert.False(CommonPasswords.IsCommon(string.Concat(Enumerable.Range(0, 256).Select(i => (char)('a' + (i * i * 7 % 26)))), "anna.runs@example.org"));
}
