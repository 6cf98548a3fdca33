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
        Assert.SkipUnless(SmtpServer.IsInstalled, SmtpServer.Missing);
        using var server = await SmtpServer.StartAsync(Authorities.Trusted);
        await using var host = new WebHost().With("Mail:Host", "localhost").With("Mail:Port", $"{server.Port}").With("Mail:TimeoutSeconds", "3");
        var runner = await host.RunnerAsync("runner", weeklyMail: true);
        await server.TellAsync("hang");
        await DueAsync(host, runner);
        // It has reached the server, which does not answer: the attempt is under way.
        await host.UntilAsync(_ => Task.FromResult(server.Received().Count == 1));
        await server.TellAsync("accept");

        (await ErasureTests.EraseAsync(runner)).Dispose();
        var atTheAnswer = server.Received().Select(mail => mail["Subject"]).ToList();

        Assert.Equal("Your account is erased", atTheAnswer[^1]);
        Assert.Equal(2, atTheAnswer.Count);
        Assert.Equal(0, await host.AskAsync(db => db.WeeklyMails.CountAsync()));
    }

    [Fact]
    public async Task PR_07_No_mail_leaves_after_the_answer_to_a_withdrawal()
    {
        Assert.SkipUnless(SmtpServer.IsInstalled, SmtpServer.Missing);
        using var server = await SmtpServer.StartAsync(Authorities.Trusted);
        await using var host = new WebHost().With("Mail:Host", "localhost").With("Mail:Port", $"{server.Port}").With("Mail:TimeoutSeconds", "3");
        var runner = await host.RunnerAsync("runner", weeklyMail: true);
        await server.TellAsync("hang");
        await DueAsync(host, runner);
        await host.UntilAsync(_ => Task.FromResult(server.Received().Count == 1));
        await server.TellAsync("accept");

        (await runner.SubmitAsync("/settings?handler=consent", ("scoring", "false"))).Dispose();

        Assert.False(await host.AskAsync(db => db.WeeklyMails.AnyAsync(row => row.State == MailState.Waiting && row.LastError == null)));
        // Its next attempt comes to nothing.
        await host.AskAsync(db => db.WeeklyMails.ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAttempt, Instant.FromUtc(2026, 1, 1, 0, 0))));
        await host.UntilAsync(db => db.WeeklyMails.AllAsync(row => row.State == MailState.GivenUp));
        Assert.Single(server.Received());
    }

    private static Task<int> DueAsync(WebHost host, RunnerClient runner) => host.AskAsync(db => db.Users.Where(row => row.Id == runner.RunnerId).ExecuteUpdateAsync(set => set
        .SetProperty(row => row.MailDay, IsoDayOfWeek.Monday).SetProperty(row => row.MailHour, 0).SetProperty(row => row.MailDue, (Instant?)null)
        .SetProperty(row => row.ScoringConsent, Instant.FromUtc(2026, 1, 1, 0, 0))));
}
