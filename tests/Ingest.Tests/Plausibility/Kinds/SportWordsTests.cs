using KneeLoad.Ingest.Plausibility.Kinds;

namespace KneeLoad.Ingest.Tests.Plausibility.Kinds;

/// <summary>A name is cut into words and compared; the words themselves are told by language in their own tests.</summary>
public sealed class SportWordsTests
{
    private const int LongestName = 200;

    [Theory]
    [InlineData("Run")]
    [InlineData("MORNING RUN")]
    [InlineData("  run ")]
    [InlineData("run_2026-10-05")]
    [InlineData("5kRun")]
    [InlineData("TrailRun")]
    [InlineData("Läufe")]
    [InlineData("Løping")]
    [InlineData("Course à pied")]
    [InlineData("course-a-pied")]
    internal void Case_accents_signs_and_digits_do_not_hide_a_run(string name) => Assert.Equal(SportAnswer.Run, SportWords.OfName(name));

    [Theory]
    [InlineData("Prunes")]
    [InlineData("Trunk")]
    [InlineData("Brunch")]
    internal void A_word_within_another_is_no_word(string name) => Assert.Equal(SportAnswer.SaysNothing, SportWords.OfName(name));

    [Theory]
    [InlineData("Joggingstrecke", SportAnswer.Run)]
    [InlineData("Waldlauf", SportAnswer.Run)]
    [InlineData("Schilauf", SportAnswer.Run)]
    [InlineData("Radtour", SportAnswer.OtherSport)]
    [InlineData("Skilauf", SportAnswer.SaysNothing)]
    internal void A_stem_begins_a_word_and_an_ending_ends_it(string name, SportAnswer answer) => Assert.Equal(answer, SportWords.OfName(name));

    [Fact]
    public void An_ending_needs_two_letters_before_it()
    {
        // "*run" is the end of "parkrun" and not of "prun".
        Assert.Equal(SportAnswer.Run, SportWords.OfName("barun"));
        Assert.Equal(SportAnswer.SaysNothing, SportWords.OfName("prun"));
    }

    [Fact]
    public void A_phrase_is_found_between_other_words_and_only_whole()
    {
        Assert.Equal(SportAnswer.Run, SportWords.OfName("Ma course à pied du soir"));
        Assert.Equal(SportAnswer.SaysNothing, SportWords.OfName("Course à pieds nus"));
    }

    [Fact]
    public void Scripts_without_blanks_are_searched_within_a_name()
    {
        Assert.Equal(SportAnswer.Run, SportWords.OfName("早晨跑步五公里"));
        Assert.Equal(SportAnswer.OtherSport, SportWords.OfName("早晨骑行"));
        Assert.Equal(SportAnswer.Walk, SportWords.OfName("周末徒步旅行"));
    }

    [Fact]
    public void A_stated_sport_without_a_known_word_is_another_sport_and_a_name_without_one_says_nothing()
    {
        Assert.Equal(SportAnswer.OtherSport, SportWords.OfSport("Quidditch"));
        Assert.Equal(SportAnswer.SaysNothing, SportWords.OfName("Quidditch"));
    }

    [Theory]
    [InlineData("Trail")]
    [InlineData("course")]
    internal void Words_of_two_meanings_are_a_run_as_a_sport_alone(string word)
    {
        Assert.Equal(SportAnswer.Run, SportWords.OfSport(word));
        Assert.Equal(SportAnswer.SaysNothing, SportWords.OfName(word));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 12:30 - 5 ")]
    [InlineData("Workout")]
    [InlineData("Other activity")]
    [InlineData("GPS track 7")]
    internal void Names_of_no_sport_say_nothing(string? name)
    {
        Assert.Equal(SportAnswer.SaysNothing, SportWords.OfSport(name));
        Assert.Equal(SportAnswer.SaysNothing, SportWords.OfName(name));
    }

    [Fact]
    public void A_neutral_word_beside_an_unknown_one_is_not_neutral() =>
        Assert.Equal(SportAnswer.OtherSport, SportWords.OfSport("Quidditch training"));

    [Fact]
    public void A_name_that_speaks_of_two_sports_says_nothing_and_a_sport_of_both_is_no_run()
    {
        Assert.Equal(SportAnswer.SaysNothing, SportWords.OfName("Run after swim"));
        Assert.Equal(SportAnswer.OtherSport, SportWords.OfSport("Run after swim"));
    }

    [Fact]
    public void A_run_is_more_than_a_walk() => Assert.Equal(SportAnswer.Run, SportWords.OfName("Run and walk"));

    [Fact]
    public void Of_a_name_without_end_the_first_two_hundred_letters_are_read()
    {
        Assert.Equal(SportAnswer.Run, SportWords.OfName(new string('a', LongestName - 4) + " run and on"));
        Assert.Equal(SportAnswer.SaysNothing, SportWords.OfName(new string('a', LongestName) + " run"));
    }

    [Theory]
    [InlineData(LongestName - 1)]
    [InlineData(LongestName)]
    internal void A_sign_of_two_halves_at_the_end_of_what_is_read_is_no_fault(int before) =>
        Assert.Equal(SportAnswer.Run, SportWords.OfName("run " + new string('a', before - 4) + "\U0001F3C3"));

    [Fact]
    public void Half_a_sign_within_a_name_is_no_fault() => Assert.Equal(SportAnswer.Run, SportWords.OfName("run \uD83C here"));
}
