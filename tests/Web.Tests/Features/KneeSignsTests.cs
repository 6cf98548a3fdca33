using System.Net;
using System.Text.RegularExpressions;
using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Risk;
using KneeLoad.Testing;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Mailing;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;
using NodaTime;

namespace KneeLoad.Web.Tests.Features;

/// <summary>All that may be told of the knees can be told on the first screen, in the diary and behind the mail's link, and weighs the same.</summary>
public sealed class KneeSignsTests(RunningService service) : IClassFixture<RunningService>
{
    private static readonly LocalDate Day = new(2026, 5, 6);
    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));

    public static TheoryData<string> Places => ["/", "/diary", "mail"];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Every_question_is_asked(string place)
    {
        var runner = await host.RunnerWithHistoryAsync();

        var page = await runner.ReadAsync(await AddressAsync(runner, place));

        string[] fields =
        [
            "WorstPain",
            place is "mail" ? "settled" : "SettledWithinHour",
            "WorseNextMorning",
            "Side",
            "FrontOfKnee",
            "Limping",
            "Flags",
            .. place is "mail" ? Array.Empty<string>() : ["Injured", "Pausing"],
        ];
        Assert.All(fields, field => Assert.Contains($"name=\"{field}\"", page, StringComparison.OrdinalIgnoreCase));
        Assert.All(
            Enum.GetValues<RedFlags>().Where(flag => flag is not RedFlags.None),
            flag => Assert.Contains($"value=\"{flag}\"", page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task No_answer_is_drawn_as_if_it_were_chosen(string place)
    {
        var runner = await host.RunnerWithHistoryAsync();

        var page = await runner.ReadAsync(await AddressAsync(runner, place));

        var answers = Regex.Matches(
            page, "<(button|input)[^>]*name=\"(settled|settledWithinHour|worstPain|activity|side|worse)\"[^>]*>", RegexOptions.IgnoreCase)
                .Select(match => match.Value)
                .ToList();
        Assert.NotEmpty(answers);
        Assert.DoesNotContain(answers, answer => answer.Contains("checked", StringComparison.Ordinal));
        Assert.Single(answers.Where(answer => answer.StartsWith("<button", StringComparison.Ordinal))
            .Select(answer => Regex.Match(answer, "class=\"[^\"]*\"").Value)
            .Append("class=\"button quiet\"")
            .Distinct());
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_day_without_a_recording_asks_for_its_activity(string place)
    {
        var runner = await host.RunnerWithHistoryAsync();

        var page = PlainPages.Plain(await runner.ReadAsync(await AddressAsync(runner, place)));
        await TellAsync(runner, place, ("WorstPain", "1"), ("SettledWithinHour", "true"), ("settled", "true"), ("Activity", "Walk20Minutes"));

        // The first screen asks about the last run's day where it lies within a day, else about today.
        Assert.Contains("No run or walk of Wed 6 May 2026 is recorded.", page, StringComparison.Ordinal);
        Assert.Equal(ToldActivity.Walk20Minutes, (await NoteAsync()).Activity);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_day_with_a_recorded_run_does_not_ask(string place)
    {
        var runner = await host.RunnerWithHistoryAsync();
        await runner.UploadAndFinishAsync([("today.fit", MadeRun.Fit(MadeHistory.Now - Duration.FromHours(8)))]);

        var page = await runner.ReadAsync(await AddressAsync(runner, place));

        Assert.DoesNotContain("name=\"Activity\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Limping_alone_is_an_entry_that_stops(string place)
    {
        var runner = await host.RunnerWithHistoryAsync();

        await TellAsync(runner, place, ("Limping", "true"));

        Assert.True((await NoteAsync()).Limping);
        Assert.Contains("Your diary says: stop running until it has settled.", await runner.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Pain_that_was_worse_the_next_morning_says_hold_or_reduce(string place)
    {
        var runner = await host.RunnerWithHistoryAsync();

        await TellAsync(runner, place, ("WorstPain", "1"), ("SettledWithinHour", "true"), ("settled", "true"), ("WorseNextMorning", "true"));

        var note = await NoteAsync();
        Assert.Equal((1, true, true), (note.WorstPain, note.SettledWithinHour, note.WorseNextMorning));
        Assert.Equal(GateAction.HoldOrReduce, await GateAsync(runner));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_red_flag_takes_the_score_away(string place)
    {
        var runner = await host.RunnerWithHistoryAsync();

        await TellAsync(runner, place, ("Flags", "GivingWay"), ("Flags", "PopAtInjury"));

        Assert.Equal(RedFlags.GivingWay | RedFlags.PopAtInjury, (await NoteAsync()).RedFlags);
        Assert.DoesNotContain("of 100 points", await runner.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/diary")]
    public async Task An_injury_lowers_the_levels_and_a_pause_takes_the_ceiling(string place)
    {
        var runner = await host.RunnerWithHistoryAsync();

        await TellAsync(runner, place, ("Injured", "true"), ("Pausing", "true"));

        var row = await host.AskAsync(db => db.Users.AsNoTracking().SingleAsync());
        Assert.Equal((Day, true), (row.KneeInjury, row.Paused));
        var page = await runner.ReadAsync("/");
        Assert.Contains("Elevated from 23, high from 62", page, StringComparison.Ordinal);
        Assert.Contains("No distance today", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task What_is_not_told_takes_nothing_back(string place)
    {
        var runner = await host.RunnerWithHistoryAsync();
        await host.AskAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(row => row.Paused, true)
            .SetProperty(row => row.KneeInjury, Day.PlusDays(30))));

        await TellAsync(runner, place, ("Limping", "true"), ("Injured", "true"));

        var row = await host.AskAsync(db => db.Users.AsNoTracking().SingleAsync());
        Assert.Equal((Day.PlusDays(30), true), (row.KneeInjury, row.Paused));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_sign_that_is_none_stores_nothing(string place)
    {
        var runner = await host.RunnerWithHistoryAsync();

        using var reply = await SubmitAsync(runner, place, ("Flags", "4096"), ("Limping", "true"));

        Assert.NotEqual(HttpStatusCode.Redirect, reply.StatusCode);
        Assert.Equal(0, await host.AskAsync(db => db.DiaryNotes.CountAsync()));
    }

    [Fact]
    public async Task The_day_after_the_first_screen_asks_about_the_morning_once()
    {
        var runner = await host.RunnerWithHistoryAsync();
        using var yesterday = await runner.SubmitAsync("/diary", ("Day", "2026-05-05"), ("WorstPain", "2"), ("SettledWithinHour", "true"));
        Assert.Contains("Were they worse this morning", await runner.ReadAsync("/"), StringComparison.Ordinal);
        Assert.Null(await GateAsync(runner));

        using var answer = await runner.SubmitAsync($"/diary?handler=morning&id={(await NoteAsync()).Id}", ("worse", "true"));

        Assert.Equal(GateAction.HoldOrReduce, await GateAsync(runner));
        Assert.DoesNotContain("Were they worse this morning", await runner.ReadAsync("/"), StringComparison.Ordinal);
    }

    private async Task<string> AddressAsync(RunnerClient runner, string place)
    {
        if (place is not "mail")
        {
            return place;
        }

        await using var scope = host.Services.OfAll();
        var token = await scope.ServiceProvider
            .GetRequiredService<MailTokens>()
            .MintAsync(runner.RunnerId, MailTokenPurpose.PainEntry, Day, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>().SaveChangesAsync();
        return "/mail/pain/" + token;
    }

    private async Task TellAsync(RunnerClient runner, string place, params (string Name, string Value)[] fields)
    {
        using var reply = await SubmitAsync(runner, place, fields);
        Assert.Equal(place is "mail" ? HttpStatusCode.OK : HttpStatusCode.Redirect, reply.StatusCode);
    }

    private async Task<HttpResponseMessage> SubmitAsync(RunnerClient runner, string place, params (string Name, string Value)[] fields) => place switch
    {
        "mail" => await runner.Http.PostAsync(
            await AddressAsync(runner, place), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))),
        "/" => await runner.SubmitAsync("/diary", [("Day", "2026-05-06"), ("fromToday", "true"), .. fields]),
        _ => await runner.SubmitAsync("/diary", [("Day", "2026-05-06"), .. fields]),
    };

    private Task<DiaryNote> NoteAsync() => host.AskAsync(db => db.DiaryNotes.AsNoTracking().SingleAsync());

    private async Task<GateAction?> GateAsync(RunnerClient runner)
    {
        await using var scope = host.Services.OfAll();
        var history = await scope.ServiceProvider.GetRequiredService<IRunnerHistoryReader>().ReadAsync(runner.RunnerId, CancellationToken.None);
        return RiskModel.Assess(history.Runs, history.Diary, history.Profile, history.Today).Gate?.Action;
    }
}
