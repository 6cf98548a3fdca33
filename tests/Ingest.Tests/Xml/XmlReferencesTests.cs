using System.Text;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest.Tests.Xml;

public sealed class XmlReferencesTests
{
    [Theory]
    [InlineData("&lt;", "<")]
    [InlineData("&gt;", ">")]
    [InlineData("&amp;", "&")]
    [InlineData("&quot;", "\"")]
    [InlineData("&apos;", "'")]
    [InlineData("&#65;", "A")]
    [InlineData("&#x41;", "A")]
    [InlineData("&#x0041;", "A")]
    [InlineData("&#9;", "\t")]
    [InlineData("&#x20;", " ")]
    [InlineData("&#xE9;", "é")]
    [InlineData("&#x1F3C3;", "\U0001F3C3")]
    [InlineData("&#x10FFFF;", "\U0010FFFF")]
    public void A_reference_stands_for_its_character(string text, string character)
    {
        Assert.Equal(text.Length, XmlReferences.Length(Encoding.UTF8.GetBytes(text + "rest;")));
        Assert.Equal(character + "rest;", Expand(text + "rest;"));
    }

    [Theory]
    [InlineData("&")]
    [InlineData("&;")]
    [InlineData("&lt")]
    [InlineData("&LT;")]
    [InlineData("&nbsp;")]
    [InlineData("&#;")]
    [InlineData("&#x;")]
    [InlineData("&#X41;")]
    [InlineData("&#+65;")]
    [InlineData("&#-65;")]
    [InlineData("&#6 5;")]
    [InlineData("&#0;")]
    [InlineData("&#x1F;")]
    [InlineData("&#11;")]
    [InlineData("&#xD800;")]
    [InlineData("&#xDFFF;")]
    [InlineData("&#xFFFE;")]
    [InlineData("&#xFFFF;")]
    [InlineData("&#x110000;")]
    [InlineData("&#99999999999;")]
    [InlineData("&#x0000000000041;")]
    public void What_is_no_reference_stays_as_it_stands(string text)
    {
        Assert.Equal(0, XmlReferences.Length(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(text, Expand(text));
    }

    [Fact]
    public void A_reference_of_sixteen_characters_is_the_longest()
    {
        Assert.Equal(16, XmlReferences.Length("&#x000000000041;"u8));
        Assert.Equal(0, XmlReferences.Length("&#x0000000000041;"u8));
    }

    [Fact]
    public void References_among_text_are_replaced_and_bare_ones_kept() =>
        Assert.Equal("Salt & Pepper & Co <&x;>", Expand("Salt &amp; Pepper & Co &lt;&x;&gt;"));

    [Fact]
    public void Text_without_a_reference_is_the_same_memory()
    {
        ReadOnlySpan<byte> text = "plain"u8;

        Assert.True(XmlReferences.Expand(text) == text);
    }

    private static string Expand(string text) => Encoding.UTF8.GetString(XmlReferences.Expand(Encoding.UTF8.GetBytes(text)));
}
