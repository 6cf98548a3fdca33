using System.Net;
using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Identity.Access;
using KneeLoad.Web.Mailing.Accounts;
using KneeLoad.Web.Mailing;
using KneeLoad.Web.Tests.Erasures;
using KneeLoad.Web.Tests.Features.WeeklyMail;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Work;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace KneeLoad.Web.Tests.Mailing;

/// <summary>Letters from the queue to a real mail server.</summary>
public sealed partial class LetterQueueTests(LetterQueueTests.Service service) : IClassFixture<LetterQueueTests.Service>, IAsyncLifetime
{
    /// <summary>A kind whose texts name what only the letter itself can say.</summary>
    private static readonly LetterKind Probe = new("probe", "Access.Letter.Reset.");

    private WebHost host = null!;

    public ValueTask InitializeAsync()
    {
        service.Server.Forget();
        service.Server.Tell("accept");
        host = service.Anew();
        return ValueTask.CompletedTask;
    }

    // The next fact has the mail server for itself.
    public async ValueTask DisposeAsync() => await host.UntilAsync(db => db.Work.AllAsync(row => row.Rank != WorkRank.Letters));

    [Fact]
    public async Task A_letter_says_the_values_that_it_was_queued_with_and_goes_to_the_address_of_its_own()
    {
        var runner = await host.RunnerAsync("anna");

        await QueueAsync(Probe, runner.RunnerId, "before@example.org", new Dictionary<string, string>(StringComparer.Ordinal) { ["minutes"] = "<7>" });
        await QueueAsync(Probe, runner.RunnerId, null, new Dictionary<string, string>(StringComparer.Ordinal) { ["minutes"] = "8" });

        var mails = (await ReceivedAsync(2)).OrderBy(mail => mail["To"], StringComparer.Ordinal).ToList();
        Assert.Equal(["anna@example.org", "before@example.org"], mails.Select(mail => mail["To"]));
        Assert.Contains("once, for 8 minutes", mails[0].Text, StringComparison.Ordinal);
        Assert.Contains("once, for <7> minutes", mails[1].Text, StringComparison.Ordinal);
        Assert.Contains("once, for &lt;7&gt; minutes", mails[1].Html, StringComparison.Ordinal);
        await host.UntilAsync(async db => !await db.Letters.AnyAsync() && !await db.Work.AnyAsync());
    }

    [Fact]
    public async Task The_owner_reads_of_a_refused_letter_and_has_it_tried_again_with_the_same_link()
    {
        var owner = await host.RunnerAsync("owner", isOwner: true);
        var runner = await host.RunnerAsync("anna");
        service.Server.Tell("data 550 no such box");
        await QueueAsync(AccountLetterKinds.Reset, runner.RunnerId);
        await host.UntilAsync(db => db.Work.AnyAsync(row => row.Failed));

        var page = await owner.ReadAsync("/admin");
        var row = await host.AskAsync(db => db.Work.SingleAsync());
        service.Server.Tell("accept");
        using var again = await owner.SubmitAsync("/admin/retry", ("kind", row.Kind), ("key", $"{row.Key}"));
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        var mail = Assert.Single(await ReceivedAsync(1));

        Assert.Contains("reset-password", page, StringComparison.Ordinal);
        Assert.Contains("550", page, StringComparison.Ordinal);
        Assert.DoesNotContain("anna@", page, StringComparison.Ordinal);
        Assert.True(await OpensAsync(mail));
        await host.UntilAsync(async db => !await db.Letters.AnyAsync() && !await db.Work.AnyAsync());
        Assert.DoesNotContain("reset-password", await owner.ReadAsync("/admin"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_was_put_off_does_not_end_the_link_of_a_newer_one()
    {
        var runner = await host.RunnerAsync("anna");
        service.Server.Tell("data 451 later");
        await QueueAsync(AccountLetterKinds.Reset, runner.RunnerId);
        await host.UntilAsync(db => db.Work.AnyAsync(row => row.Attempts == 1 && row.Owner == null));
        var older = await host.AskAsync(db => db.Letters.Select(row => row.Id).SingleAsync());
        service.Server.Tell("accept");
        await QueueAsync(AccountLetterKinds.Reset, runner.RunnerId);
        var mail = Assert.Single(await ReceivedAsync(1));

        // Its next try, a minute early.
        await host.AskAsync(db => db.Work.Where(row => row.Key == older).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Due, Instant.FromUtc(2026, 1, 1, 0, 0)).SetProperty(row => row.HandedOver, (Instant?)null)));
        host.Services.GetRequiredService<WorkBell>().Ring(runner.RunnerId);

        await host.UntilAsync(async db => !await db.Letters.AnyAsync() && !await db.Work.AnyAsync());
        Assert.True(await OpensAsync(mail));
        Assert.Single(service.Server.Received());
    }

    [Fact]
    public async Task A_letter_whose_key_was_lost_gets_another_link_that_works()
    {
        var owner = await host.RunnerAsync("owner", isOwner: true);
        var runner = await host.RunnerAsync("anna");
        service.Server.Tell("data 550 no such box");
        await QueueAsync(AccountLetterKinds.Reset, runner.RunnerId);
        await host.UntilAsync(db => db.Work.AnyAsync(row => row.Failed));
        // As after a restore without the keys.
        var foreign = new EphemeralDataProtectionProvider().CreateProtector("KneeLoad.Letters").Protect("another");
        await host.AskAsync(db => db.Letters.ExecuteUpdateAsync(set => set.SetProperty(row => row.Token, foreign)));

        service.Server.Tell("accept");
        var key = await host.AskAsync(db => db.Work.Select(row => row.Key).SingleAsync());
        using var again = await owner.SubmitAsync("/admin/retry", ("kind", "reset-password"), ("key", $"{key}"));

        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        Assert.True(await OpensAsync(Assert.Single(await ReceivedAsync(1))));
        Assert.Equal(1, await host.AskAsync(db => db.AccountLinks.CountAsync()));
    }

    [Fact]
    public async Task MA_13_A_letter_that_waits_is_not_sent_once_its_account_is_erased()
    {
        var runner = await host.RunnerAsync("anna");
        service.Server.Tell("data 451 later");
        await QueueAsync(AccountLetterKinds.PasswordChanged, runner.RunnerId);
        await host.UntilAsync(db => db.Work.AnyAsync(row => row.Attempts == 1 && row.Owner == null));

        service.Server.Tell("accept");
        (await ErasureTests.EraseAsync(runner)).Dispose();

        Assert.Equal("Your account is erased", Assert.Single(service.Server.Received())["Subject"]);
        Assert.Equal((0, 0), await host.AskAsync(async db => (await db.Letters.CountAsync(), await db.Work.CountAsync())));
    }

    [Fact]
    public async Task SM_07_A_letter_goes_before_weekly_mails_that_waited_longer()
    {
        using var server = MailServer.Start(Email.Authorities.Trusted);
        await using var slow = new WebHost().With("Mail:Host", "localhost").With("Mail:Port", $"{server.Port}").With("Mail:Connections", "1");
        server.Tell("hang-at rcpt");
        foreach (var name in new[] { "anna", "bert", "carl" })
        {
            var reader = await slow.RunnerAsync(name, weeklyMail: true);
            await slow.AskAsync(db => db.Users.Where(row => row.Id == reader.RunnerId).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.MailDay, IsoDayOfWeek.Monday).SetProperty(row => row.MailHour, 0).SetProperty(row => row.MailDue, (Instant?)null)
                .SetProperty(row => row.ScoringConsent, Instant.FromUtc(2026, 1, 1, 0, 0))));
        }

        await server.HangingAsync();
        await slow.UntilAsync(async db => await db.Work.CountAsync(row => row.Rank == WorkRank.WeeklyMails && row.HandedOver != null) == 3);
        var waiting = await slow.RunnerAsync("dora");
        await QueueAsync(slow, AccountLetterKinds.PasswordChanged, waiting.RunnerId, null, null);
        await slow.UntilAsync(db => db.Work.AnyAsync(row => row.Rank == WorkRank.Letters && row.HandedOver != null));

        server.Tell("accept");
        await slow.UntilAsync(async db => !await db.Work.AnyAsync());

        Assert.Equal(1, server.Received().Select(mail => mail["To"]).ToList().IndexOf("dora@example.org"));
    }

    private Task QueueAsync(LetterKind kind, Guid runnerId, string? to = null, IReadOnlyDictionary<string, string>? values = null) =>
        QueueAsync(host, kind, runnerId, to, values);

    private static async Task QueueAsync(WebHost host, LetterKind kind, Guid runnerId, string? to, IReadOnlyDictionary<string, string>? values)
    {
        await using var scope = host.Services.OfAll();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<RunnerWork>()
            .DoAsync(() => services.GetRequiredService<LetterQueue>().AddAsync(kind, runnerId, to, values, CancellationToken.None), CancellationToken.None);
        services.GetRequiredService<WorkBell>().Ring(runnerId);
    }

    private async Task<bool> OpensAsync(ReceivedMail mail)
    {
        await using var scope = host.Services.OfAll();
        var token = Token().Match(mail.Text).Value;
        return await scope.ServiceProvider
            .GetRequiredService<AccountLinks>()
            .FindAsync(token, AccountLinkPurpose.ResetPassword, CancellationToken.None) is not null;
    }

    private async Task<IReadOnlyList<ReceivedMail>> ReceivedAsync(int count)
    {
        using var deadline = new CancellationTokenSource(Patience.Bound);
        for (var looks = 0; service.Server.Received().Count < count; looks++)
        {
            await Task.Delay(Patience.Pause(looks), deadline.Token);
        }

        return service.Server.Received();
    }

    [GeneratedRegex("(?<=/account/reset/)\\S+", RegexOptions.None, 1000)]
    private static partial Regex Token();

    /// <summary>A running service with a mail server, and one kind of letter more.</summary>
    public sealed class Service : MailingService
    {
        public Service() => Host.Using(services => services.AddLetter(Probe));
    }
}
