using System.Net;
using KneeLoad.Analysis.Diary;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Mailing;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

public sealed class PainTests(RunningService service) : IClassFixture<RunningService>, IAsyncLifetime
{
    private static readonly LocalDate Sunday = new(2026, 11, 15);

    private readonly WebHost host = service.Anew();
    private HttpClient stranger = null!;
    private Guid runner;
    private string token = "";

    public async ValueTask InitializeAsync()
    {
        runner = (await host.RunnerAsync("runner")).RunnerId;
        await ConsentAsync(SystemClock.Instance.GetCurrentInstant());
        token = await MintAsync(MailTokenPurpose.PainEntry);
        stranger = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task MA_06_Looking_at_the_link_asks_and_stores_nothing()
    {
        var page = await stranger.GetStringAsync(Link(token));

        Assert.Equal(11, page.Split("name=\"WorstPain\"").Length - 1);
        Assert.Equal(2, page.Split("name=\"settled\"").Length - 1);
        Assert.Contains("Sun 15 Nov 2026", page, StringComparison.Ordinal);
        Assert.DoesNotContain("runner@", page, StringComparison.Ordinal);
        Assert.Empty(await NotesAsync());
    }

    [Fact]
    public async Task Two_taps_are_an_entry_of_the_diary()
    {
        using var reply = await AnswerAsync(token, "3", "true");

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        var note = Assert.Single(await NotesAsync());
        Assert.Equal((Sunday, 3, true), (note.Day, note.WorstPain, note.SettledWithinHour));
        Assert.Equal(runner, note.RunnerId);
    }

    [Fact]
    public async Task A_second_answer_replaces_the_first()
    {
        using var first = await AnswerAsync(token, "3", "true");
        using var second = await AnswerAsync(token, "6", "false");

        var note = Assert.Single(await NotesAsync());
        Assert.Equal((6, false), (note.WorstPain, note.SettledWithinHour));
    }

    [Fact]
    public async Task A_day_without_a_recording_asks_for_its_activity_and_keeps_the_answer()
    {
        var page = await stranger.GetStringAsync(Link(token));
        using var reply = await stranger.PostAsync(
            Link(token), new FormUrlEncodedContent([new("WorstPain", "1"), new("settled", "true"), new("Activity", "Walk30Minutes"), new("Side", "Left")]));

        Assert.Contains("No run or walk of Sun 15 Nov 2026 is recorded.", page, StringComparison.Ordinal);
        var note = Assert.Single(await NotesAsync());
        Assert.Equal((ToldActivity.Walk30Minutes, KneeSide.Left), (note.Activity, note.Side));
        Assert.Contains("a walk of 30 minutes or more", await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "true")]
    [InlineData("3", null)]
    [InlineData("11", "true")]
    [InlineData("-1", "true")]
    [InlineData("much", "true")]
    public async Task A_missing_or_odd_tap_stores_nothing_and_says_so(string? pain, string? settled)
    {
        using var reply = await AnswerAsync(token, pain, settled);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Contains("Choose a number first", await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(await NotesAsync());
    }

    [Fact]
    public async Task A_link_of_last_month_or_of_another_purpose_opens_nothing()
    {
        var unsubscribe = await MintAsync(MailTokenPurpose.Unsubscribe);
        var outlived = await MintAsync(MailTokenPurpose.PainEntry);
        var lastMonth = SystemClock.Instance.GetCurrentInstant() - Duration.FromDays(31);
        await host.AskAsync(db => db.MailTokens.Where(token => token.Purpose == MailTokenPurpose.PainEntry)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.Created, lastMonth)));

        using var other = await AnswerAsync(unsubscribe, "3", "true");
        using var old = await AnswerAsync(outlived, "3", "true");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (other.StatusCode, old.StatusCode));
        Assert.Empty(await NotesAsync());
    }

    [Fact]
    public async Task Who_took_back_the_consent_is_not_asked_any_more()
    {
        await ConsentAsync(null);

        using var reply = await AnswerAsync(token, "3", "true");

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        Assert.Empty(await NotesAsync());
    }

    [Fact]
    public async Task A_forwarded_mail_neither_injures_nor_pauses_and_takes_no_red_flag_back()
    {
        using var first = await stranger.PostAsync(Link(token), new FormUrlEncodedContent(
            [
                new("WorstPain", "9"),
                new("settled", "false"),
                new("Injured", "true"),
                new("Pausing", "true"),
                new("Flags", "Locking"),
                new("Flags", "MarkedSwelling"),
            ]));
        await host.AskAsync(db => db.DiaryNotes.ExecuteUpdateAsync(set => set.SetProperty(note => note.RedFlagClosed, Sunday)));
        using var second = await AnswerAsync(token, "0", "true");
        using var alone = await stranger.PostAsync(Link(token), new FormUrlEncodedContent([new("Injured", "true"), new("Pausing", "true")]));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.BadRequest), (first.StatusCode, second.StatusCode, alone.StatusCode));
        var row = await host.AskAsync(db => db.Users.AsNoTracking().SingleAsync());
        Assert.Equal((false, null), (row.Paused, row.KneeInjury));
        var note = Assert.Single(await NotesAsync());
        Assert.Equal((0, RedFlags.Locking | RedFlags.MarkedSwelling, Sunday), (note.WorstPain, note.RedFlags, note.RedFlagClosed));

        using var again = await stranger.PostAsync(Link(token), new FormUrlEncodedContent([new("Flags", "GivingWay")]));
        Assert.Null(Assert.Single(await NotesAsync()).RedFlagClosed);
    }

    private static string Link(string token) => $"/mail/pain/{token}";

    private Task<HttpResponseMessage> AnswerAsync(string token, string? pain, string? settled)
    {
        var form = new Dictionary<string, string>();
        if (pain is not null)
        {
            form["worstPain"] = pain;
        }

        if (settled is not null)
        {
            form["settled"] = settled;
        }

        return stranger.PostAsync(Link(token), new FormUrlEncodedContent(form));
    }

    private Task<int> ConsentAsync(Instant? given) =>
        host.AskAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(runner => runner.StoringConsent, given)));

    private Task<List<DiaryNote>> NotesAsync() => host.AskAsync(db => db.DiaryNotes.AsNoTracking().ToListAsync());

    private async Task<string> MintAsync(MailTokenPurpose purpose)
    {
        await using var scope = host.Services.OfAll();
        var minted = await scope.ServiceProvider.GetRequiredService<MailTokens>().MintAsync(runner, purpose, Sunday, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>().SaveChangesAsync();
        return minted;
    }
}
