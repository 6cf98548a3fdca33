using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using KneeLoad.Analysis.Diary;
using KneeLoad.Testing;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime.Testing;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Diary;

public sealed class DiaryTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));

    [Fact]
    public async Task An_entry_is_added_changed_and_deleted()
    {
        var runner = await host.RunnerAsync("a");

        using var added = await runner.SubmitAsync("/diary", ("Day", "2026-05-05"), ("WorstPain", "3"));
        var id = await OnlyIdAsync();
        using var changed = await runner.SubmitAsync(
            $"/diary/{id}", ("Day", "2026-05-04"), ("WorstPain", "1"), ("WorseNextMorning", "false"), ("FrontOfKnee", "true"));
        var page = await runner.ReadAsync("/diary");

        Assert.Contains("Mon 4 May 2026", page, StringComparison.Ordinal);
        Assert.Contains("Pain 1 of 10", page, StringComparison.Ordinal);
        Assert.Contains("No worse the next morning and at the front of the knee.", page, StringComparison.Ordinal);
        using var deleted = await runner.SubmitAsync($"/diary?handler=delete&id={id}");
        Assert.Contains("None yet.", await runner.ReadAsync("/diary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_red_flag_takes_score_and_ceiling_away_until_a_doctor_has_seen_it()
    {
        var runner = await host.RunnerWithHistoryAsync();

        using var added = await runner.SubmitAsync("/diary", ("Day", "2026-05-06"), ("Flags", "Locking"), ("Flags", "CalfSwelling"));

        Assert.Equal(RedFlags.Locking | RedFlags.CalfSwelling, await host.AskAsync(db => db.DiaryNotes.Select(note => note.RedFlags).SingleAsync()));
        var page = await runner.ReadAsync("/");
        Assert.Contains("See a doctor", page, StringComparison.Ordinal);
        Assert.DoesNotContain("of 100 points", page, StringComparison.Ordinal);
        Assert.Contains("No distance today", page, StringComparison.Ordinal);

        using var closed = await runner.SubmitAsync($"/diary?handler=close&id={await OnlyIdAsync()}");

        Assert.Equal(new LocalDate(2026, 5, 6), await host.AskAsync(db => db.DiaryNotes.Select(note => note.RedFlagClosed).SingleAsync()));
        Assert.Contains("of 100 points", await runner.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_without_an_activity_is_asked_about_it_afterwards()
    {
        var runner = await host.RunnerAsync("a");
        using var added = await runner.SubmitAsync("/diary", ("Day", "2026-05-06"), ("WorstPain", "1"), ("SettledWithinHour", "true"));
        var asked = PlainPages.Plain(await runner.ReadAsync("/diary"));

        using var answered = await runner.SubmitAsync($"/diary?handler=activity&id={await OnlyIdAsync()}", ("activity", "Walk30Minutes"));

        Assert.Contains("What did you do that day?", asked, StringComparison.Ordinal);
        Assert.Equal(ToldActivity.Walk30Minutes, await host.AskAsync(db => db.DiaryNotes.Select(note => note.Activity).SingleAsync()));
        Assert.DoesNotContain("What did you do that day?", PlainPages.Plain(await runner.ReadAsync("/diary")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recorded_run_answers_for_its_day()
    {
        var runner = await host.RunnerWithHistoryAsync(consents: false);

        using var added = await runner.SubmitAsync("/diary", ("Day", "2026-05-04"), ("WorstPain", "1"), ("SettledWithinHour", "true"));

        Assert.DoesNotContain("What did you do that day?", PlainPages.Plain(await runner.ReadAsync("/diary")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_morning_after_is_asked_the_next_day()
    {
        var runner = await host.RunnerAsync("a");
        using var today = await runner.SubmitAsync("/diary", ("Day", "2026-05-06"), ("WorstPain", "1"), ("SettledWithinHour", "true"));
        var early = PlainPages.Plain(await runner.ReadAsync("/diary"));
        await host.AskAsync(db => db.DiaryNotes.ExecuteUpdateAsync(set => set.SetProperty(note => note.Day, new LocalDate(2026, 5, 5))));
        var next = PlainPages.Plain(await runner.ReadAsync("/diary"));

        using var answered = await runner.SubmitAsync($"/diary?handler=morning&id={await OnlyIdAsync()}", ("worse", "false"), ("fromDiary", "true"));

        Assert.DoesNotContain("Was it worse the next morning?", early, StringComparison.Ordinal);
        Assert.Contains("Was it worse the next morning?", next, StringComparison.Ordinal);
        Assert.Equal("/diary", answered.Headers.Location?.OriginalString);
        Assert.False(await host.AskAsync(db => db.DiaryNotes.Select(note => note.WorseNextMorning).SingleAsync()));
    }

    [Theory]
    [InlineData("0", "Run", true)]
    [InlineData("0", "None", false)]
    [InlineData("1", "None", true)]
    public async Task The_first_screen_asks_for_the_morning_after_a_run_and_after_pain(string pain, string activity, bool asks)
    {
        var runner = await host.ConsentingRunnerAsync("a");
        await runner.UploadAndFinishAsync(MadeHistory.Files[0]);
        using var told = await runner.SubmitAsync("/diary", ("Day", "2026-05-05"), ("WorstPain", pain), ("SettledWithinHour", "true"), ("Activity", activity));

        var page = PlainPages.Plain(await runner.ReadAsync("/"));

        Assert.Equal(asks, page.Contains("Were they worse this morning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_stop_the_diary_shows_the_step_and_what_frees_the_next()
    {
        var runner = await host.RunnerWithHistoryAsync();
        using var stop = await runner.SubmitAsync("/diary", ("Day", "2026-05-04"), ("WorstPain", "7"), ("SettledWithinHour", "false"));
        var before = PlainPages.Plain(await runner.ReadAsync("/diary"));

        using var rest = await runner.SubmitAsync("/diary", ("Day", "2026-05-05"), ("WorstPain", "0"), ("SettledWithinHour", "true"), ("Activity", "None"));
        var rested = PlainPages.Plain(await runner.ReadAsync("/diary"));
        using var walk = await runner.SubmitAsync(
            "/diary", ("Day", "2026-05-05"), ("WorstPain", "0"), ("SettledWithinHour", "true"), ("WorseNextMorning", "false"), ("Activity", "Walk30Minutes"));
        var walked = PlainPages.Plain(await runner.ReadAsync("/diary"));

        Assert.Contains("Your way back to running", before, StringComparison.Ordinal);
        Assert.Equal(Step(before), Step(rested));
        Assert.True(Step(walked) > Step(rested));

        static int Step(string page) => int.Parse(Regex.Match(page, @"Step (\d) of 3").Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("2026-05-07", "3", "This day lies ahead.")]
    [InlineData("2026-05-06", "11", "Pain is 0 to 10.")]
    [InlineData("2026-05-06", "", "Answer at least one question.")]
    [InlineData("", "3", "Enter the day.")]
    public async Task What_cannot_be_is_said_and_not_stored(string day, string pain, string words)
    {
        var runner = await host.RunnerAsync("a");

        using var reply = await runner.SubmitAsync("/diary", ("Day", day), ("WorstPain", pain));

        Assert.Contains(words, PlainPages.Plain(await reply.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(0, await host.AskAsync(db => db.DiaryNotes.CountAsync()));
    }

    [Fact]
    public async Task AZ_02_Someone_elses_entry_is_not_there_and_stays_as_it_is()
    {
        var runner = await host.RunnerAsync("a");
        var other = await host.RunnerAsync("b");
        using var added = await runner.SubmitAsync("/diary", ("Day", "2026-05-05"), ("WorstPain", "3"), ("Flags", "Locking"));
        var id = await OnlyIdAsync();

        using var read = await other.Http.GetAsync($"/diary/{id}");
        using var changed = await other.SubmitAsync($"/diary/{id}", ("Day", "2026-05-05"), ("WorstPain", "0"));
        using var deleted = await other.SubmitAsync($"/diary?handler=delete&id={id}");
        using var closed = await other.SubmitAsync($"/diary?handler=close&id={id}");
        using var answered = await other.SubmitAsync($"/diary?handler=morning&id={id}", ("worse", "true"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (read.StatusCode, changed.StatusCode));
        var note = await host.AskAsync(db => db.DiaryNotes.SingleAsync());
        Assert.Equal((3, null, null), (note.WorstPain, note.WorseNextMorning, note.RedFlagClosed));
    }

    [Fact]
    public async Task WEB_05_Without_the_pages_token_nothing_is_stored()
    {
        var runner = await host.RunnerAsync("a");

        using var reply = await runner.Http.PostAsync("/diary", new FormUrlEncodedContent([new("Day", "2026-05-05"), new("WorstPain", "3")]));

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Equal(0, await host.AskAsync(db => db.DiaryNotes.CountAsync()));
    }

    private Task<Guid> OnlyIdAsync() => host.AskAsync(db => db.DiaryNotes.Select(note => note.Id).SingleAsync());
}
