using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Risk;
using KneeLoad.Testing;
using KneeLoad.Testing.Stories;
using KneeLoad.Web.Commands;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Tests.Features.WeeklyMail;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Care;
using KneeLoad.Web.Words.Scores;

namespace KneeLoad.Web.Tests.Features.Stories;

/// <summary>Screen, mail and download of every made history tell the same of the same day, in the runner's units.</summary>
public sealed partial class StoryScreensTests(StoryScreens screens) : IClassFixture<StoryScreens>
{
    private const string ApprovedPath = "tests/Web.Tests/Features/Stories/story-screens.approved.txt";

    /// <summary>Words that a screen shows before anything is opened. [1]</summary>
    private const int MostWords = 150;

    private static readonly string[] NeverFolded =
        ["on the 7 days before", "on your usual week", "Surfaces, 28 days", "Cadence at your own pace", "Foot strike"];

    private static readonly (UnitSystem Units, Func<StoryScreen, string> Page, Func<StoryScreen, string> Mail)[] Both =
    [
        (UnitSystem.Metric, one => one.Page, one => one.Mail),
        (UnitSystem.Imperial, one => one.PageInMiles, one => one.MailInMiles),
    ];

    [Fact]
    public void Headline_ceiling_and_first_advice_of_each_story_are_as_approved()
    {
        var text = new StringBuilder();
        foreach (var one in screens.All)
        {
            var (headline, format) = (Headline.Of(one.Assessment, Format(UnitSystem.Metric)), Format(UnitSystem.Metric));
            text.Append(
                CultureInfo.InvariantCulture,
                $"{one}: {headline.Level}. {headline.Sentence} | {CeilingWords.Limit(one.Assessment.Ceiling, format)} | "
                    + $"{AdviceWords.Text(one.Advice[0], format)}\n");
        }

        Assert.Equal(Approved.Text(ApprovedPath, text.ToString().Replace('\u00a0', ' ')), text.ToString().Replace('\u00a0', ' '));
    }

    [Fact]
    public void All_stories_were_seen() => Assert.Equal(MadeStories.All.Count, screens.All.Select(one => one.Story).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void No_screen_and_no_mail_in_miles_holds_a_kilometre() => Assert.All(screens.All, one =>
    {
        Assert.DoesNotMatch(@"\bkm\b|kilomet", one.PageInMiles);
        Assert.DoesNotMatch(WeeklyMailComposerTests.Kilometres, WeeklyMailComposerTests.Words(one.MailInMiles));
    });

    [Fact]
    public void Screen_and_mail_say_the_headline_of_the_assessment() => Each((one, units, page, mail) =>
    {
        var format = Format(units);
        Assert.Contains(Plain(Headline.Of(one.Assessment, format).Sentence), page, StringComparison.Ordinal);
        Assert.Contains(Headline.Of(one.Assessment, format).Level, page, StringComparison.Ordinal);
        if (one.Assessment.Level is not RiskLevel.NotEnoughData)
        {
            Assert.Contains(Plain(Headline.Of(one.Assessment, format, readLater: true).Sentence), mail, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void Screen_and_mail_give_the_same_furthest_run_and_no_other() => Each((one, units, page, mail) =>
    {
        var limit = Plain(CeilingWords.Limit(one.Assessment.Ceiling, Format(units)));
        Assert.Contains(limit, page, StringComparison.Ordinal);
        Assert.All(UpTo().Matches(Ceiling().Match(page).Value + mail).Select(match => match.Value), distance => Assert.Equal(limit, distance));
        Assert.True(one.Assessment.Ceiling.Limit is null || one.Assessment.Level is RiskLevel.NoRecentRuns || mail.Contains(limit, StringComparison.Ordinal));
    });

    [Fact]
    public void The_first_advice_stands_in_the_score_card_and_is_no_other_in_the_mail() => Each((one, units, page, mail) =>
    {
        var first = Plain(AdviceWords.Text(one.Advice[0], Format(units)));
        Assert.Contains(first, page, StringComparison.Ordinal);
        Assert.All(
            Enum.GetValues<AdviceId>()
                .Where(id => id != one.Advice[0].Id && id is AdviceId.StopRunning or AdviceId.CutBack or AdviceId.SmallSteps or AdviceId.WeekOutgrewMonth),
            id => Assert.DoesNotContain(Plain(AdviceWords.Text(new(id, AdviceTrigger.Always), Format(units))), mail, StringComparison.Ordinal));
    });

    [Fact]
    public void A_closed_screen_has_few_words_and_folds_none_of_four_numbers() => Assert.All(screens.All, one =>
    {
        var text = ClosedScreen.Text(one.Page);
        Assert.InRange(ClosedScreen.Words(text), 60, MostWords);
        Assert.All(NeverFolded, number => Assert.Contains(number, text, StringComparison.Ordinal));
    });

    [Fact]
    public void The_document_for_download_holds_the_level_and_score_of_the_screen() =>
        Assert.All(screens.All, one => Assert.Equal(new ShownFinding(one.Assessment.Level, one.Assessment.Score), one.Kept));

    [Fact]
    public void Nothing_is_calm_on_a_screen_or_in_a_mail_that_is_not_calm_in_the_assessment() => Each((one, units, page, mail) =>
    {
        var calm = Headline.Of(one.Assessment, Format(units)).IsCalm;
        Assert.True(calm || !(page + mail).Contains("No run and no week went far beyond", StringComparison.Ordinal));
        Assert.True(calm || !Regex.IsMatch(mail, "^(Calm|Quiet) week"));
    });

    [Fact]
    public void A_score_on_the_screen_is_the_score_of_the_assessment() => Each((one, _, page, _) =>
    {
        if (one.Assessment.Score is { } score)
        {
            Assert.All(
                Points().Matches(page).Select(match => match.Groups["points"].Value).Take(1),
                points => Assert.Equal(score.ToString(CultureInfo.InvariantCulture), points));
            Assert.Matches(Points(), page);
        }
    });

    [Fact]
    public void A_screen_that_sends_to_a_doctor_names_the_sign()
    {
        var sent = screens.All.Where(one => one.Assessment.Level is RiskLevel.SeeADoctor).ToList();
        Assert.NotEmpty(sent);
        Assert.All(sent, one => Assert.Contains(Plain(RedFlagWords.Sign(one.Advice[0].RedFlags, Language.English)), Plain(one.Page), StringComparison.Ordinal));
    }

    [Fact]
    public void The_first_advice_answers_what_set_the_finding() => Assert.All(
        screens.All.Where(one => one.Assessment is { Gate: null, Paused: false }),
        one => Assert.True(
            one.Assessment.SetBy switch
            {
                SetBy.LongestRun => one.Advice[0].Id is AdviceId.CutBack or AdviceId.Return,
                SetBy.Creep => one.Advice[0].Id is AdviceId.SmallSteps or AdviceId.Return,
                SetBy.Descent => one.Advice[0].Id is AdviceId.Downhill or AdviceId.Return,
                SetBy.Week => one.Advice[0].Id is AdviceId.WeekOutgrewMonth or AdviceId.Return,
                _ => true,
            },
            $"{one} set by {one.Assessment.SetBy}: {one.Advice[0].Id}"));

    [Fact]
    public async Task The_verb_analyze_finds_what_the_screen_shows()
    {
        const int day = 62;
        foreach (var story in MadeStories.All)
        {
            var folder = Directory.CreateTempSubdirectory("story");
            try
            {
                foreach (var (run, number) in story.Runs.Where(run => run.Day <= day).Select((run, number) => (run, number)))
                {
                    await File.WriteAllBytesAsync(
                        Path.Combine(folder.FullName, $"{number:000}.fit"), StoryFiles.Fit(run), TestContext.Current.CancellationToken);
                }

                using var output = new StringWriter();
                using var error = new StringWriter();
                string[] verb =
                [
                    "analyze", "--json", "--zone", StoryFiles.Zone.Id, "--as-of", DayFormat.Iso(StoryFiles.FirstDay.PlusDays(day)), folder.FullName,
                ];
                Assert.Equal(0, await CommandLine.RunAsync(verb, output, error));

                var told = JsonDocument.Parse(output.ToString()).RootElement.GetProperty("assessment");
                var seen = screens.All.Single(one => one.Story == story.Name && one.Day == day);
                Assert.Equal(
                    seen.Assessment.Level.ToString(), told.GetProperty("level").GetString()!.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
                Assert.Equal(
                    seen.Assessment.SetBy.ToString(), told.GetProperty("setBy").GetString()!.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
                Assert.Equal(seen.Assessment.Score, told.GetProperty("score").ValueKind is JsonValueKind.Null ? null : told.GetProperty("score").GetInt32());
                var metres = told.GetProperty("ceiling").GetProperty("metres");
                Assert.Equal(seen.Assessment.Ceiling.Limit?.Metres ?? 0, metres.ValueKind is JsonValueKind.Null ? 0 : metres.GetDouble(), 0.05);
                Assert.Equal(
                    seen.Advice.Select(item => AdviceWords.Text(item, Format(UnitSystem.Metric))),
                    told.GetProperty("advice").EnumerateArray().Select(item => item.GetProperty("text").GetString()));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private void Each(Action<StoryScreen, UnitSystem, string, string> holds) => Assert.All(screens.All, one =>
    {
        foreach (var (units, page, mail) in Both)
        {
            holds(one, units, Plain(page(one)), Plain(mail(one)));
        }
    });

    private static RunnerFormat Format(UnitSystem units) => new(Language.English, units, StoryFiles.Zone);

    /// <summary>Words in one line: without marks of a page, line breaks of a mail and typographic quotes.</summary>
    private static string Plain(string text) =>
        Blank().Replace(WebUtility.HtmlDecode(Tag().Replace(text, " ")).Replace('\u00a0', ' ').Replace('\u2019', '\'').Replace('\u2013', '-'), " ").Trim();

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Blank();

    /// <summary>The card of the furthest run, up to the week's.</summary>
    [GeneratedRegex("The furthest run that is no jump.*?The last 7 days", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Ceiling();

    [GeneratedRegex(@"Up to [\d.,]+ (km|mi)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex UpTo();

    [GeneratedRegex(@"(?<points>\d+) of 100 points", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Points();
}
