using System.Text;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest.Tests.Xml;

public sealed class XmlNamesTests
{
    [Theory]
    [InlineData("trkpt lat=", "trkpt", "")]
    [InlineData("trkpt", "trkpt", "")]
    [InlineData("gpxtpx:hr>", "gpxtpx:hr", "gpxtpx:")]
    [InlineData("a:b:c/", "a:b:c", "a:")]
    [InlineData("_x-1.2=", "_x-1.2", "")]
    [InlineData(":hr", ":hr", ":")]
    [InlineData("größe ", "größe", "")]
    [InlineData("øre:é>", "øre:é", "øre:")]
    [InlineData("ns:", "ns:", "ns:")]
    public void A_name_ends_where_no_character_of_a_name_stands(string text, string name, string prefix)
    {
        var length = XmlNames.Length(Encoding.UTF8.GetBytes(text), out var prefixLength);

        Assert.Equal(Encoding.UTF8.GetByteCount(name), length);
        Assert.Equal(Encoding.UTF8.GetByteCount(prefix), prefixLength);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("-a")]
    [InlineData(".a")]
    [InlineData(" a")]
    [InlineData("=")]
    [InlineData("\u00B7a")]
    [InlineData("×a")]
    [InlineData("\U0001F3C3")]
    public void What_begins_no_name_has_none(string text) => Assert.Equal(0, XmlNames.Length(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void A_middle_dot_may_follow_and_a_multiplication_sign_may_not()
    {
        Assert.Equal(4, XmlNames.Length("a\u00B7b"u8, out _));
        Assert.Equal(1, XmlNames.Length("a×b"u8, out _));
    }
}
