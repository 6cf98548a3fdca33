using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Html;

namespace KneeLoad.Web.Tests.Words;

public sealed class LanguageTests
{
    private static readonly Language Say = Language.English;

    [Fact]
    public void Placeholders_are_filled_by_name() =>
        Assert.Equal("34, give or take 3", Say["Units.GiveOrTake", ("half", "3"), ("value", "34")]);

    [Fact]
    public void A_text_that_is_not_there_and_a_value_that_is_missing_are_bugs()
    {
        Assert.Throws<ArgumentException>(() => Say["Units.NoSuchText"]);
        Assert.Throws<ArgumentException>(() => Say["NoTopic"]);
        Assert.Throws<ArgumentException>(() => Say["Units.GiveOrTake", ("value", "34")]);
    }

    [Fact]
    public void Words_of_a_page_are_encoded_and_its_pieces_are_not()
    {
        using var text = new StringWriter();

        Say.Html("Units.GiveOrTake", ("value", new HtmlString("<b>34</b>")), ("half", new HtmlString("3")))
            .WriteTo(text, System.Text.Encodings.Web.HtmlEncoder.Default);

        Assert.Equal("<b>34</b>, give or take 3", text.ToString());
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("a b", "a and b")]
    [InlineData("a b c", "a, b and c")]
    public void A_list_is_joined_as_in_a_sentence(string items, string expected) =>
        Assert.Equal(expected, Say.Join(items.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void A_made_up_language_marks_what_it_says() =>
        Assert.Equal("12,5 \u27e6km\u27e7", $"{MarkedLanguage.Instance.Format.Number(12.5, 1)} {MarkedLanguage.Instance["Units.Kilometre"]}");
}
