using System.Net;
using KneeLoad.Testing;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Identity.Access;
using KneeLoad.Web.Mailing;
using KneeLoad.Web.Tests.Features.WeeklyMail;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Account.Access;

/// <summary>Sign-ins and links that open an account are listed and ended by its runner.</summary>
public sealed class OpenAccountTests(MailingService service) : LetterFacts(service)
{
    [Fact]
    public async Task AU_07_Sign_ins_are_listed_and_ended_and_said_by_letter()
    {
        var here = await Host.RunnerAsync("anna");
        var elsewhere = await Host.StoredRunnerAsync("anna@example.org");
        var third = await Host.StoredRunnerAsync("anna@example.org");
        var bert = await Host.RunnerAsync("bert");
        var keys = await Host.AskAsync(db => db.SignIns
            .Where(session => session.RunnerId == here.RunnerId)
            .OrderBy(session => session.Created)
            .Select(session => session.KeyHash)
            .ToListAsync());

        var page = await here.ReadAsync("/account/signins");
        using var foreign = await bert.SubmitAsync("/account/signins?handler=end", ("key", keys[1]));
        using var still = await elsewhere.Http.GetAsync("/settings");
        using var others = await here.SubmitAsync("/account/signins?handler=endothers");

        Assert.Equal(3, keys.Count);
        Assert.Equal(1, page.Split("this device").Length - 1);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        Assert.Equal(1, await Host.AskAsync(db => db.SignIns.CountAsync(session => session.RunnerId == here.RunnerId)));
        using var mine = await here.Http.GetAsync("/settings");
        using var ended = await third.Http.GetAsync("/settings");
        Assert.Equal((HttpStatusCode.OK, false), (mine.StatusCode, ended.IsSuccessStatusCode));
        Assert.Equal("Devices were signed out", Assert.Single(await LettersAsync(1))["Subject"]);
    }

    [Fact]
    public async Task A_token_for_a_program_is_said_by_letter_and_its_page_is_named_beside_the_other_doors()
    {
        var anna = await Host.RunnerAsync("anna");

        using var made = await anna.SubmitAsync(
            "/settings/tokens?handler=make",
            ("Input.Name", "watch"),
            ("Input.Upload", "true"),
            ("Input.Days", "30"),
            ("Input.Password", "correct horse battery"));
        using var page = await anna.Http.GetAsync("/account/signins");

        Assert.Equal("A program was given a token", Assert.Single(await LettersAsync(1))["Subject"]);
        Assert.Contains("href=\"/settings/tokens\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PR_05_Links_that_work_without_a_sign_in_are_listed_with_their_end_and_ended_at_once()
    {
        var anna = await Host.RunnerAsync("anna");
        var bert = await Host.RunnerAsync("bert");
        using var anyone = new Visitor(Host);
        (await anyone.SubmitAsync("/account/forgotten", ("Input.Mail", "anna@example.org"))).Dispose();
        var reset = Link(Assert.Single(await LettersAsync(1)));
        await using var scope = Host.Services.OfAll();
        var (links, mails, db) = (
            scope.ServiceProvider.GetRequiredService<AccountLinks>(),
            scope.ServiceProvider.GetRequiredService<MailTokens>(),
            scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>());
        await links.MakeAsync(
            AccountLinkPurpose.KeepAddress, anna.RunnerId, AccountLinks.AddressLife, "anna@example.org", TestContext.Current.CancellationToken);
        var pain = await mails.MintAsync(anna.RunnerId, MailTokenPurpose.PainEntry, MadeHistory.Now.InUtc().Date, TestContext.Current.CancellationToken);
        var berts = await mails.MintAsync(bert.RunnerId, MailTokenPurpose.PainEntry, MadeHistory.Now.InUtc().Date, TestContext.Current.CancellationToken);
        await mails.MintAsync(anna.RunnerId, MailTokenPurpose.Unsubscribe, null, TestContext.Current.CancellationToken);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var before = await anna.ReadAsync("/account/signins");
        foreach (var does in new[] { "PainEntry", "ResetPassword", "KeepAddress", "Invitation", "7", "" })
        {
            (await anna.SubmitAsync("/account/signins?handler=endlinks", ("does", does))).Dispose();
        }

        var after = await anna.ReadAsync("/account/signins");
        using var ended = await anyone.GetAsync($"/mail/pain/{pain}");
        using var closed = await anyone.GetAsync(reset);
        using var others = await anyone.GetAsync($"/mail/pain/{berts}");
        Assert.Contains("Enter knee pain from a weekly mail", before, StringComparison.Ordinal);
        Assert.Contains(
            $"ends by itself on {new RunnerFormat(Language.English, UnitSystem.Metric, DateTimeZone.Utc).Moment(MadeHistory.Now + Duration.FromDays(30))}",
            before,
            StringComparison.Ordinal);
        Assert.Contains("Choose a new password", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Enter knee pain", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Choose a new password", after, StringComparison.Ordinal);
        Assert.Contains("Unsubscribe from the weekly mail", after, StringComparison.Ordinal);
        // Whoever took the account over must not end the way back of its runner.
        Assert.Contains("Keep your old mail address", after, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK), (ended.StatusCode, closed.StatusCode, others.StatusCode));
    }

    [Fact]
    public async Task PR_05_Everything_that_opens_an_account_has_words_on_the_page_that_ends_it()
    {
        var anna = await Host.RunnerAsync("anna");
        await Host.AskAsync(db =>
        {
            foreach (var purpose in Enum.GetValues<MailTokenPurpose>())
            {
                db.MailTokens.Add(new() { TokenHash = $"mail {purpose}", RunnerId = anna.RunnerId, Purpose = purpose, Created = MadeHistory.Now });
            }

            foreach (var purpose in Enum.GetValues<AccountLinkPurpose>())
            {
                db.AccountLinks.Add(new()
                {
                    Id = Guid.NewGuid(),
                    TokenHash = $"link {purpose}",
                    RunnerId = anna.RunnerId,
                    Purpose = purpose,
                    Created = MadeHistory.Now,
                    Expires = MadeHistory.Now + Duration.FromDays(1),
                });
            }

            return db.SaveChangesAsync();
        });

        using var reply = await anna.Http.GetAsync("/account/signins");

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }
}
