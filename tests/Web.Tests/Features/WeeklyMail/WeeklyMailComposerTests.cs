using System.Net;
using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Features.WeeklyMail.Letters;
using KneeLoad.Web.Mailing;
using KneeLoad.Web.Tests.Words;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Scores;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

/// <summary>The letter of each state: its lines, its days, its words in both parts, in both units and in any language.</summary>
public sealed class WeeklyMailComposerTests
{
    private const string Folder = "tests/Web.Tests/Features/WeeklyMail/";
    private const string Pain = "Your knees, in two taps";

    public static TheoryData<string> States => [.. Letters.States.Keys];

    [Theory]
    [InlineData("calm", Pain, "Last 7 days", "Furthest run that is no jump", "Not known")]
    [InlineData("spike", Pain, "Last 7 days", "One thing to do", "Furthest run that is no jump", "Not known")]
    [InlineData("hold", "Why", Pain, "Last 7 days", "One thing to do", "Furthest run that is no jump", "Not known")]
    [InlineData("stop", "Why", Pain, "Last 7 days", "Your way back to running", "Furthest run that is no jump", "Not known")]
    [InlineData("paused", Pain, "Last 7 days", "The pause")]
    [InlineData("first-weeks", Pain, "Towards a score", "Last 7 days")]
    [InlineData("no-runs-yet", "Bring your runs", "This mail")]
    [InlineData("no-recent-runs", "Missing runs", Pain, "Furthest run that is no jump", "This mail")]
    [InlineData("return", Pain, "Last 7 days", "One thing to do", "Furthest run that is no jump", "Not known")]
    [InlineData("not-judged", Pain, "Last 7 days", "One thing to do", "Furthest run that is no jump", "Not known")]
    public void Each_state_has_its_lines(string state, params string[] labels)
    {
        var letter = Letters.Compose(Letters.States[state]);

        Assert.Equal(
            labels, letter.Lines.Select(line => line.Label.Split(',')[0]).Select((label, i) => label == Pain.Split(',')[0] ? letter.Lines[i].Label : label));
    }

    [Fact]
    public void A_quiet_week_is_five_lines() => Assert.Equal(5, 1 + Letters.Compose(Letters.Calm).Lines.Count);

    [Theory]
    [MemberData(nameof(States))]
    public void The_opening_is_the_headline_of_the_first_screen(string state)
    {
        var history = Letters.States[state];

        var opening = Letters.Compose(history).Opening;

        if (state is not "no-runs-yet")
        {
            Assert.StartsWith(
                Headline.Of(Letters.Assess(history), new RunnerFormat(Language.English, UnitSystem.Metric, DateTimeZone.Utc), readLater: true).Sentence,
                opening,
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("spike")]
    [InlineData("double")]
    [InlineData("not-judged")]
    [InlineData("hold")]
    [InlineData("first-weeks")]
    [InlineData("paused")]
    public void Nothing_is_called_calm_that_is_not(string state) =>
        Assert.DoesNotContain("calm", Letters.Compose(Letters.States[state]).Whole(), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("paused")]
    [InlineData("stop")]
    [InlineData("doctor")]
    [InlineData("no-runs-yet")]
    public void Nobody_who_should_rest_is_urged_to_run(string state)
    {
        var letter = Letters.Compose(Letters.States[state]);

        Assert.DoesNotContain("Up to", letter.Whole(), StringComparison.Ordinal);
        Assert.DoesNotContain(letter.Lines, line => line.Label == "One thing to do" && state is "paused" or "stop");
    }

    [Theory]
    [InlineData("spike", "13.4 km")]
    [InlineData("double", "21.0 km")]
    [InlineData("calm", "22.0 km")]
    public void Opening_and_numbers_are_of_the_same_days(string state, string number)
    {
        var letter = Letters.Compose(Letters.States[state]);

        Assert.Contains(number, SimpleTypography.Of($"{letter.Opening} {letter.Line("Last 7 days")}"), StringComparison.Ordinal);
        Assert.StartsWith(
            "Last 7 days, 10-16 Nov",
            SimpleTypography.Of(letter.Lines.Single(line => line.Label.StartsWith("Last", StringComparison.Ordinal)).Label),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_days_stand_beside_the_usual()
    {
        var letter = Letters.Compose(Letters.Spike);

        Assert.Equal(
            "3 runs, 25.4 km, knee load 25 knee-km. Your usual: 3 runs, 22.0 km, 22 knee-km.".Replace("22 knee", "knee load 22 knee", StringComparison.Ordinal),
            letter.Line("Last 7 days"));
    }

    [Fact]
    public void A_run_of_the_day_of_sending_is_among_the_days()
    {
        var letter = Letters.Compose(Letters.Of([.. Letters.Calm.Runs, Letters.Run(Letters.Today, 4)]));

        Assert.Equal("Calm week, 4 runs", letter.Subject);
        Assert.Contains("You had run 4.0 km on that day already.", letter.Line("Furthest run"), StringComparison.Ordinal);
        Assert.Equal(Letters.Today, letter.PainDay);
    }

    [Fact]
    public void Five_blocks_of_days_are_drawn_the_last_is_of_today()
    {
        var bars = Letters.Compose(Letters.Spike).Lines.Single(line => line.Bars.Count > 0).Bars;

        Assert.Equal(["22.0 km", "22.0 km", "22.0 km", "22.0 km", "25.4 km"], bars.Select(bar => SimpleTypography.Of(bar.Value)));
        Assert.Equal("10-16 Nov", SimpleTypography.Of(bars[^1].Label));
        Assert.Equal(1, bars[^1].Share);
    }

    [Fact]
    public void A_young_history_has_no_usual_and_no_blocks_before_it()
    {
        var line = Letters.Compose(Letters.FirstWeeks).Lines.Single(one => one.Label.StartsWith("Last", StringComparison.Ordinal));

        Assert.Equal("2 runs, 10.0 km, knee load 10 knee-km. Your usual is not known yet.", SimpleTypography.Of(line.Text));
        Assert.Empty(line.Bars);
    }

    [Fact]
    public void Runs_and_days_towards_a_score_are_counted() =>
        Assert.Equal("2 of 3 runs, 6 of 14 days.", Letters.Compose(Letters.FirstWeeks).Line("Towards a score"));

    [Fact]
    public void What_is_missing_is_named()
    {
        var history = Letters.Of([.. Letters.Calm.Runs, Letters.Run(Letters.Sunday.PlusDays(-1), null)]) with { Waiting = 2 };

        var unknown = Letters.Compose(history).Line("Not known");

        Assert.Contains("he ground that you ran on", unknown, StringComparison.Ordinal);
        Assert.Contains("how your feet land", unknown, StringComparison.Ordinal);
        Assert.EndsWith("the distance of 1 run and 2 uploads that are still being read.", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_question_is_of_the_last_run_of_the_days_else_of_today()
    {
        var ran = Letters.Compose(Letters.Calm);
        var rested = Letters.Compose(Letters.Calm with { Today = Letters.Today.PlusDays(8) });

        Assert.Equal((Letters.Sunday, "How were they on Sunday?"), (ran.PainDay, ran.Line(Pain)));
        Assert.Equal((Letters.Today.PlusDays(8), "How are they today?"), (rested.PainDay, rested.Line(Pain)));
    }

    [Fact]
    public void A_pause_hides_neither_pain_nor_a_sign_that_wants_a_doctor()
    {
        var stop = Letters.Compose(Letters.Stop with { Profile = Letters.Paused.Profile });
        var doctor = Letters.Compose(Letters.Doctor with { Profile = Letters.Paused.Profile });

        Assert.EndsWith("Your diary says: stop running until it has settled.", stop.Opening, StringComparison.Ordinal);
        Assert.Equal("See a doctor", doctor.Level);
        Assert.Equal(Letters.Compose(Letters.Doctor).Subject, doctor.Subject);
    }

    [Fact]
    public void Pain_that_set_the_level_has_no_number_beside_it()
    {
        Assert.Equal("High", Letters.Compose(Letters.Stop).Level);
        Assert.Matches("^High, \\d+ of 100 points$", SimpleTypography.Of(Letters.Compose(Letters.Double).Level!));
        Assert.Null(Letters.Compose(Letters.Paused).Level);
    }

    [Fact]
    public void The_source_stands_behind_a_link()
    {
        var letter = Letters.Compose(Letters.Spike);

        Assert.DoesNotContain("doi", letter.Whole(), StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("/method/sources", letter.Lines.Single(line => line.Label == "One thing to do").Link?.AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void A_mail_set_to_miles_holds_no_kilometre(string state)
    {
        var whole = Letters.Compose(Letters.States[state], UnitSystem.Imperial).Whole();

        Assert.DoesNotMatch(Kilometres, Words(whole));
    }

    [Theory]
    [MemberData(nameof(States))]
    public void A_mail_set_to_kilometres_holds_no_mile(string state) =>
        Assert.DoesNotMatch(Miles, Words(Letters.Compose(Letters.States[state]).Whole()));

    [Theory]
    [MemberData(nameof(States))]
    public void Every_word_is_of_the_language_of_the_reader(string state)
    {
        var letter = Letters.Compose(Letters.States[state], language: MarkedLanguage.Instance);

        var outside = MarkedLanguage.Outside(string.Join('\n', Sentences(letter)));

        Assert.DoesNotMatch("[A-Za-z]", outside);
        Assert.Equal(MarkedLanguage.Instance.Tag, letter.Language);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Text_and_HTML_say_the_same(string state)
    {
        var letter = Letters.Compose(Letters.States[state]);

        var html = LetterAsHtml.Write(letter);
        var words = Tokens(WebUtility.HtmlDecode(Regex.Replace(html[html.IndexOf("<body", StringComparison.Ordinal)..], "<[^>]*>", " ")));
        var text = Tokens(LetterAsText.Write(letter)).Where(word => word is not "--" && !word.StartsWith("https:", StringComparison.Ordinal));

        Assert.Equal(words, text);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void The_text_wraps_at_seventy_two_letters(string state) =>
        Assert.All(
            LetterAsText.Write(Letters.Compose(Letters.States[state])).Split('\n').Where(line => !line.StartsWith("https:", StringComparison.Ordinal)),
            line => Assert.InRange(line.Length, 0, 72));

    [Theory]
    [MemberData(nameof(States))]
    public void The_letter_reads_as_approved(string state)
    {
        var letter = Letters.Compose(Letters.States[state]);

        var (text, html) = ($"Subject: {letter.Subject}\n\n{LetterAsText.Write(letter)}", LetterAsHtml.Write(letter));

        Assert.Equal(Approved.Text($"{Folder}{state}.approved.txt", text), text);
        if (state is "calm" or "spike" or "doctor")
        {
            Assert.Equal(Approved.Text($"{Folder}{state}.approved.html", html), html);
        }
    }

    internal const string Kilometres = @"(?<![A-Za-z])(km|m|kilomet\w*|met(er|re)s?)(?![A-Za-z])";
    internal const string Miles = @"(?<![A-Za-z])(mi|ft|miles?|feet(?! land))(?![A-Za-z])";

    /// <summary>The words of a letter, without addresses and styles.</summary>
    internal static string Words(string whole) =>
        WebUtility.HtmlDecode(Regex.Replace(Regex.Replace(whole, "(?s)<head>.*?</head>|<[^>]*>", " "), @"https?://\S+", " "));

    private static IEnumerable<string> Sentences(WeeklyLetter letter) =>
    [
        letter.Subject, letter.Level ?? "", letter.Opening,
        .. letter.Lines
            .Concat(letter.Footer)
            .SelectMany(line => new[] { line.Label, line.Text, line.LinkText }.Concat(line.Bars.SelectMany(bar => new[] { bar.Label, bar.Value }))),
    ];

    private static IEnumerable<string> Tokens(string text) =>
        SimpleTypography.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.TrimEnd(':', '.'));
}
