using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Email;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Erasures;

/// <summary>Mails that are on their way at the moment in which their runner forbids them.</summary>
public sealed class MailInFlightTests
{
    [Fact]
    public async Task MA_13_No_mail_leaves_after_the_answer_to_an_erasure_but_the_receipt()
    {
        using var server = MailServer.Start(Authorities.Trusted);
        await using var host = HostOf(server);
        var runner = await host.RunnerAsync("runner", weeklyMail: true);
        // It has reached the server, which does not answer: the attempt is under way, and the erasure waits for it.
        server.Tell("hang");
        await DueAsync(host, runner);
        await server.HangingAsync();

        var erasure = ErasureTests.EraseAsync(runner);
        server.Tell("accept");
        (await erasure).Dispose();

        var atTheAnswer = server.Received().Select(mail => mail["Subject"]).ToList();
        Assert.Equal(2, atTheAnswer.Count);
        Assert.Equal("Your account is erased", atTheAnswer[^1]);
        Assert.Equal(0, await host.AskAsync(db => db.WeeklyMails.CountAsync()));
        Assert.Equal(0, await host.AskAsync(db => db.Work.CountAsync()));
    }

    [Theory]
    [InlineData("hang-at ehlo")]
    [InlineData("hang-at mail")]
    [InlineData("hang-at rcpt")]
    public async Task PR_07_A_mail_whose_first_word_is_not_said_does_not_leave_after_a_withdrawal(string instant)
    {
        using var server = MailServer.Start(Authorities.Trusted);
        await using var host = HostOf(server);
        var runner = await host.RunnerAsync("runner", weeklyMail: true);
        // A server that hangs within the mail has to be waited for, up to the time limit of the attempt; one that hangs before it has not.
        server.Tell(instant);
        await DueAsync(host, runner);
        await server.HangingAsync();

        (await runner.SubmitAsync("/settings?handler=consent", ("scoring", "false"))).Dispose();
        server.Tell("accept");

        await host.UntilAsync(db => db.Work.AllAsync(row => row.Rank != WorkRank.WeeklyMails));
        Assert.Empty(server.Received());
    }

    [Fact]
    public async Task PR_07_A_withdrawal_is_answered_once_the_mail_under_way_is_out_of_hand()
    {
        using var server = MailServer.Start(Authorities.Trusted);
        await using var host = HostOf(server);
        var runner = await host.RunnerAsync("runner", weeklyMail: true);
        server.Tell("hang");
        await DueAsync(host, runner);
        await server.HangingAsync();

        var withdrawal = runner.SubmitAsync("/settings?handler=consent", ("scoring", "false"));
        server.Tell("accept");
        (await withdrawal).Dispose();

        Assert.False(await host.AskAsync(db => db.Work.AnyAsync(row => row.Rank == WorkRank.WeeklyMails && row.Owner != null)));
        Assert.Single(server.Received());
    }

    private static WebHost HostOf(MailServer server) =>
        new WebHost().With("Mail:Host", "localhost").With("Mail:Port", $"{server.Port}").With("Mail:TimeoutSeconds", "20");

    private static Task<int> DueAsync(WebHost host, RunnerClient runner) =>
        host.AskAsync(db => db.Users.Where(row => row.Id == runner.RunnerId).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.MailDay, IsoDayOfWeek.Monday).SetProperty(row => row.MailHour, 0).SetProperty(row => row.MailDue, (Instant?)null)
            .SetProperty(row => row.ScoringConsent, Instant.FromUtc(2026, 1, 1, 0, 0))));
}
