using System.Diagnostics;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Email;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

/// <summary>A sender that stands still or dies in the middle of a mail on PostgreSQL: another sends it within a minute, and it arrives once.</summary>
public sealed class FrozenSenderTests(SharedPostgreSql shared)
{
    /// <summary>The point at which the sender stands still: at a word of the mail server, or at an instant of the database.</summary>
    public static TheoryData<string, bool, int> Stages
    {
        get
        {
            var all = new TheoryData<string, bool, int> { { "hang-at rcpt", true, 1 } };
            if (LongRun.IsAsked)
            {
                all.Add("hang-at rcpt", false, 1);
                all.Add("hang-at begin", true, 1);
                // What a server took while its sender died may come once more, under the same id.
                all.Add("hang", false, 2);
                all.Add("hang", true, 2);
                foreach (var instant in (string[])[
                    "INSERT INTO \"ShownAssessments\"", "INSERT INTO \"MailTokens\"", "INSERT INTO \"MailTokens\" > TransactionCommitted",
                ])
                {
                    all.Add(instant, true, 1);
                    all.Add(instant, false, 1);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task SM_05_A_mail_of_a_sender_that_stands_still_or_dies_is_sent_by_another_and_arrives_once(string stage, bool isFrozen, int most)
    {
        Assert.SkipUnless(LongRun.IsAsked, "stops and kills senders for minutes; runs with --long");
        using var server = MailServer.Start(Authorities.Trusted);
        var database = await shared.NewDatabaseAsync();
        await using var web = new WebHost().With("Database:Provider", "PostgreSql").With("Database:ConnectionString", database).With("role", "web");
        await DueAsync(web, await web.RunnerAsync("a", weeklyMail: true));
        string[] settings =
        [
            "--Database:Provider",
            "PostgreSql",
            "--Database:ConnectionString",
            database,
            "--role",
            "worker",
            "--Mail:Host",
            "localhost",
            "--Mail:Port",
            $"{server.Port}",
        ];
        var isAtServer = stage.StartsWith("hang", StringComparison.Ordinal);
        server.Tell(isAtServer ? stage : "accept");
        using var sender = await ServiceProcess.StartAsync(web.Folder, isAtServer ? null : stage, settings: settings);
        await (isAtServer ? server.HangingAsync() : sender.HeldAsync());
        using var other = await ServiceProcess.StartAsync(web.Folder, settings: settings);
        await (isFrozen ? sender.FreezeAsync() : sender.KillAsync());
        server.Tell("accept");

        var begun = Stopwatch.GetTimestamp();
        await web.UntilAsync(db => db.WeeklyMails.AnyAsync(mail => mail.State == MailState.Sent));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{stage} {(isFrozen ? "frozen" : "killed")}: sent after {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s");
        if (isFrozen)
        {
            sender.GoOn();
            await sender.WakeAsync();
            // Whatever it still does, it does before it ends.
            await sender.StopAsync();
        }

        var mails = server.Received().Select(mail => mail["Message-ID"]).ToList();
        Assert.InRange(mails.Count, 1, most);
        Assert.Single(mails.Distinct(StringComparer.Ordinal));
        Assert.Equal(MailState.Sent, await web.AskAsync(db => db.WeeklyMails.Select(mail => mail.State).SingleAsync()));
        Assert.Empty(await web.AskAsync(db => db.Work.ToListAsync()));
    }

    // Joined a month ago, confirmed the address, and was due at the beginning of this week.
    private static Task<int> DueAsync(WebHost web, RunnerClient runner)
    {
        var joined = SystemClock.Instance.GetCurrentInstant() - Duration.FromDays(30);
        return web.AskAsync(db => db.Users.Where(row => row.Id == runner.RunnerId).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.TimeZone, "Etc/UTC")
            .SetProperty(row => row.MailDay, IsoDayOfWeek.Monday)
            .SetProperty(row => row.MailHour, 0)
            .SetProperty(row => row.Created, joined)
            .SetProperty(row => row.StoringConsent, joined)
            .SetProperty(row => row.ScoringConsent, joined)
            .SetProperty(row => row.EmailConfirmed, true)
            .SetProperty(row => row.MailDue, (Instant?)null)));
    }
}
