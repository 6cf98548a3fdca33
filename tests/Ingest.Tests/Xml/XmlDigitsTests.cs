using System.Text;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest.Tests.Xml;

public sealed class XmlDigitsTests
{
    [Theory]
    [InlineData("٢٠٢٦-١٠-٠٥", "2026-10-05")]
    [InlineData("۴۷٫۵", "47.5")]
    [InlineData("२.५", "2.5")]
    [InlineData("１２", "12")]
    [InlineData("−8", "-8")]
    [InlineData("9é", "9é")]
    public void Digits_points_and_minus_of_other_scripts_become_those_of_ASCII_and_all_else_stays(string text, string ascii) =>
        Assert.Equal(ascii, Encoding.UTF8.GetString(XmlDigits.ToAscii(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Digits_beyond_the_first_plane_are_digits() =>
        Assert.Equal("7", Encoding.UTF8.GetString(XmlDigits.ToAscii(Encoding.UTF8.GetBytes("\U0001D7D5"))));

    [Fact]
    public void Numerals_that_are_no_decimal_digits_stay() =>
        Assert.Equal("Ⅷ½", Encoding.UTF8.GetString(XmlDigits.ToAscii(Encoding.UTF8.GetBytes("Ⅷ½"))));

    [Fact]
    public void Bytes_that_are_no_UTF_8_stay_from_there_on() => Assert.Equal([(byte)'1', 0xC3, (byte)'2'], XmlDigits.ToAscii([(byte)'1', 0xC3, (byte)'2']));

    [Fact]
    public void Only_what_is_beyond_ASCII_needs_a_look()
    {
        Assert.False(XmlDigits.AreNeeded("2026-10-05\u007F"u8));
        Assert.True(XmlDigits.AreNeeded("2026\u0080"u8));
        Assert.False(XmlDigits.AreNeeded([]));
    }
}
