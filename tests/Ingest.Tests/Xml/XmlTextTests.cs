using System.Text;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest.Tests.Xml;

public sealed class XmlTextTests
{
    [Theory]
    [InlineData(" Garmin Connect\r\n", "Garmin Connect")]
    [InlineData("a\tb", "a\tb")]
    [InlineData("", null)]
    [InlineData(" \t\r\n", null)]
    public void White_space_around_a_text_is_none_of_it(string text, string? expected) => Assert.Equal(expected, XmlText.Short(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_text_is_cut_after_two_hundred_bytes_and_a_letter_cut_in_two_is_not_read()
    {
        var long1 = new string('a', 200);

        Assert.Equal(long1, XmlText.Short(Encoding.UTF8.GetBytes(long1 + "b")));
        Assert.Equal(new string('a', 199) + "\uFFFD", XmlText.Short(Encoding.UTF8.GetBytes(new string('a', 199) + "é")));
    }
}
