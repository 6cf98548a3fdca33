using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Email;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

/// <summary>From a watch's files to the mail that a server received, with nothing left out in between.</summary>
public sealed class WholeRoadTests
{
    [Fact]
    public async Task A_run_too_long_is_the_subject_of_the_mail_that_arrives()
    {
        using var server = MailServer.Start(Authorities.Trusted);
        await using var host = new WebHost().With("Mail:Host", "localhost").With("Mail:Port", $"{server.Port}");
        var runner = await host.RunnerAsync("runner", weeklyMail: true);
        var yesterday = SystemClock.Instance.GetCurrentInstant() - Duration.FromDays(1);
        // Six weeks of an hour at 3 m/s twice a week, and an hour and a half yesterday.
        var usual = Enumerable.Range(1, 12).Select(half => ($"{half}.fit", MadeRun.Fit(yesterday - Duration.FromHours(84 * half), minutes: 60)));
        await runner.UploadAndFinishAsync([.. usual, ("long.fit", MadeRun.Fit(yesterday, minutes: 90))]);

        await host.AskAsync(db => db.Users.ExecuteUpdateAsync(set => set
            .SetProperty(row => row.MailDay, IsoDayOfWeek.Monday).SetProperty(row => row.MailHour, 0).SetProperty(row => row.ScoringConsent, yesterday)
            // A look that came before this put the runner off until next week.
            .SetProperty(row => row.MailDue, (Instant?)null)));
        var mail = await ArrivalAsync(server);

        Assert.EndsWith("run was 50 % beyond your longest", mail["Subject"], StringComparison.Ordinal);
        Assert.Contains("Elevated, 48 of 100 points.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("of 16.2 km was 50 %", mail.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        // The paper stands behind a link, on the page of the method.
        var method = Assert.Single(Regex.Matches(mail.Text, "What research says about it:\\s+https?://[^/\\s]+(?<page>/method/sources)\\s")
            .Select(match => match.Groups["page"].Value));
        using var anyone = host.CreateClient();
        Assert.Contains("10.1136/bjsports-2024-109380", await anyone.GetStringAsync(method, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var row = await host.AskAsync(db => db.WeeklyMails.AsNoTracking().SingleAsync());
        Assert.Equal(mail["Subject"], row.Subject);
    }

    [Fact]
    public async Task RE_02_A_process_killed_when_the_server_had_taken_the_mail_repeats_it_once_under_the_same_id()
    {
        using var server = MailServer.Start(Authorities.Trusted);
        await using var house = await MailHouse.OpenAsync(SystemClock.Instance.GetCurrentInstant());
        await house.AddRunnerAsync("Etc/UTC", hour: 0);
        server.Tell("hang");
        using (var first = Service(house.Folder, server.Port))
        {
            await ArrivalAsync(server);
            first.Kill();
            await first.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var left = await house.RowAsync();
        server.Tell("accept");
        using var second = Service(house.Folder, server.Port);
        try
        {
            using var deadline = new CancellationTokenSource(Patience.Bound);
            while ((await house.RowAsync()).State != MailState.Sent)
            {
                await Task.Delay(500, deadline.Token);
            }
        }
        finally
        {
            second.Kill();
            await second.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(MailState.Waiting, left.State);
        Assert.Equal([$"<{left.MessageId}>", $"<{left.MessageId}>"], server.Received().Select(mail => mail["Message-ID"]));
    }

    [Fact]
    public async Task A_process_that_stood_still_longer_than_its_claim_does_not_send_what_another_has_sent()
    {
        using var server = MailServer.Start(Authorities.Trusted);
        await using var house = await MailHouse.OpenAsync(
            SystemClock.Instance.GetCurrentInstant(), server, KeyValuePair.Create("Mail:LoopbackRelay", (string?)"true"));
        await house.AddRunnerAsync("Etc/UTC", hour: 0, name: "late");
        server.Tell("no-starttls");
        using var service = await ServiceProcess.StartAsync(
            house.Folder,
            "INSERT INTO \"MailTokens\" > TransactionCommitted",
            settings: ["--Mail:Host", "localhost", "--Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture), "--Mail:LoopbackRelay", "true"]);
        await service.HeldAsync();

        house.Clock.Advance(Duration.FromMinutes(5));
        await house.SweepAsync();
        service.GoOn();
        // The mail of its next sweep comes after all that it had in hand.
        await house.AddRunnerAsync("Etc/UTC", hour: 0, name: "next");
        using var deadline = new CancellationTokenSource(Patience.Bound);
        while (!server.Received().Any(mail => mail["To"] == "next@example.org"))
        {
            await Task.Delay(200, deadline.Token);
        }

        Assert.Single(server.Received(), mail => mail["To"] == "late@example.org");
    }

    /// <summary>The service as a process of its own, so that it can be killed.</summary>
    private static Process Service(string folder, int port)
    {
        var start = new ProcessStartInfo("dotnet", [
            Path.Combine(AppContext.BaseDirectory, "KneeLoad.Web.dll"), "--data", folder, "--urls", "http://127.0.0.1:0",
        ])
        {
            UseShellExecute = false,
            Environment =
            {
                ["SSL_CERT_FILE"] = Authorities.Trusted.PemFile,
                ["Mail__Host"] = "localhost",
                ["Mail__Port"] = port.ToString(CultureInfo.InvariantCulture),
                ["Mail__TimeoutSeconds"] = "10",
                ["Logging__LogLevel__Default"] = "None",
                ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "None",
            },
        };
        return Process.Start(start) ?? throw new InvalidOperationException("The service did not start.");
    }

    private static async Task<ReceivedMail> ArrivalAsync(MailServer server)
    {
        using var deadline = new CancellationTokenSource(Patience.Bound);
        while (true)
        {
            if (server.Received() is [var mail, ..])
            {
                return mail;
            }

            await Task.Delay(200, deadline.Token);
        }
    }
}
