using KneeLoad.Web.Data;
using System.Net;
using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Access;
using KneeLoad.Web.Mailing;
using KneeLoad.Web.Tests.Features.WeeklyMail;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Features.Account.Access;

/// <summary>New password, new address and new account by letters through a real mail server.</summary>
public sealed partial class LetterTests(MailingService service) : IClassFixture<MailingService>, IAsyncLifetime
{
    private const string Old = "correct horse battery";
    private const string New = "rain over the hills";

    private readonly FakeClock clock = new(MadeHistory.Now);
    private WebHost host = null!;

    public ValueTask InitializeAsync()
    {
        service.Server.Forget();
        host = service.Anew(clock);
        return ValueTask.CompletedTask;
    }

    // The next fact has the mail server for itself.
    public async ValueTask DisposeAsync() => await host.UntilAsync(db => db.Work.AllAsync(row => row.Rank != WorkRank.Letters));

    [Fact]
    public async Task AU_09_AU_10_A_mailed_link_sets_a_new_password_once_and_looking_at_it_changes_nothing()
    {
        var runner = await host.RunnerAsync("anna");
        using var forgetful = new Visitor(host);
        using var asked = await forgetful.SubmitAsync("/account/forgotten", ("Input.Mail", "anna@example.org"));
        var letter = Assert.Single(await LettersAsync(1));
        var link = Link(letter);
        using var other = new Visitor(host);

        for (var look = 0; look < 5; look++)
        {
            using var looked = await forgetful.GetAsync(link);
            Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
        }

        using var weak = await forgetful.SubmitAsync(link, ("Input.Next", "elephant"));
        using var chosen = await forgetful.SubmitAsync(link, ("Input.Next", New));
        using var again = await forgetful.SubmitFromAsync("/account/signin", link, ("Input.Next", "yet another one here"));
        using var signedIn = await forgetful.SubmitAsync("/account/signin", ("Input.Mail", "anna@example.org"), ("Input.Password", New));

        Assert.Equal("anna@example.org", letter["To"]);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.NotFound), (weak.StatusCode, chosen.StatusCode, again.StatusCode));
        Assert.True(await forgetful.IsSignedInAsync());
        using var ended = await runner.Http.GetAsync("/settings");
        Assert.NotEqual(HttpStatusCode.OK, ended.StatusCode);
        Assert.Equal("Your password was changed", (await LettersAsync(2))[1]["Subject"]);
    }

    [Fact]
    public async Task AU_09_A_newer_link_ends_the_older_and_an_hour_ends_both()
    {
        await host.RunnerAsync("anna");
        await host.RunnerAsync("bert");
        using var forgetful = new Visitor(host);
        foreach (var mail in new[] { "anna@example.org", "bert@example.org" })
        {
            (await forgetful.SubmitAsync("/account/forgotten", ("Input.Mail", mail))).Dispose();
        }

        var first = await LettersAsync(2);
        (await forgetful.SubmitAsync("/account/forgotten", ("Input.Mail", "anna@example.org"))).Dispose();
        var newer = Link((await LettersAsync(3))[2]);
        var older = Link(first.Single(letter => letter["To"] == "anna@example.org"));
        var berts = Link(first.Single(letter => letter["To"] == "bert@example.org"));

        using var old = await forgetful.GetAsync(older);
        using var fresh = await forgetful.GetAsync(newer);
        using var others = await forgetful.GetAsync(berts);
        clock.Advance(AccountLinks.ResetLife);
        using var late = await forgetful.GetAsync(newer);

        Assert.Equal(
            (HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound),
            (old.StatusCode, fresh.StatusCode, others.StatusCode, late.StatusCode));
    }

    [Fact]
    public async Task AU_02_An_unknown_address_gets_the_same_answer_and_no_letter_and_costs_the_same_writes()
    {
        await host.RunnerAsync("anna");
        using var visitor = new Visitor(host);
        using var counted = new CountedWrites(host.Folder, isOfRequests: true);
        var token = await visitor.TokenAsync("/account/forgotten");
        var answers = new List<(HttpStatusCode, string)>();
        var writes = new List<int>();
        foreach (var mail in new[] { "nobody@example.org", "anna@example.org", "nobody@example.com", "anna@example.org" })
        {
            var before = counted.Count;
            using var reply = await visitor.PostAsync("/account/forgotten", token, ("Input.Mail", mail));
            answers.Add((reply.StatusCode, TokenField().Replace(await reply.Content.ReadAsStringAsync(), "")));
            writes.Add(counted.Count - before);
        }

        Assert.Single(answers.Distinct());
        // The first makes the rows that count all, the last finds the row of its address.
        Assert.Equal(writes[2], writes[1]);
        Assert.All(await LettersAsync(2), letter => Assert.Equal("anna@example.org", letter["To"]));
    }

    [Fact]
    public async Task DO_05_However_many_ask_three_letters_go_to_one_address_in_an_hour()
    {
        await host.RunnerAsync("anna");
        for (var network = 0; network < (LongRun.IsAsked ? 50 : 4); network++)
        {
            using var asker = new Visitor(host, $"203.0.113.{network}");
            var token = await asker.TokenAsync("/account/forgotten");
            for (var post = 0; post < 20; post++)
            {
                (await asker.PostAsync("/account/forgotten", token, ("Input.Mail", "anna@example.org"))).Dispose();
            }
        }

        await LettersAsync(3);
        await host.UntilAsync(db => db.Work.AllAsync(work => work.Rank != WorkRank.Letters));
        Assert.Equal(3, service.Server.Received().Count);
    }

    [Fact]
    public async Task AU_02_Registering_is_answered_alike_and_leads_to_a_letter_for_a_new_and_a_known_address()
    {
        await host.RunnerAsync("anna");
        using var visitor = new Visitor(host);

        using var known = await RegisterAsync(visitor, "anna@example.org");
        using var free = await RegisterAsync(visitor, "bert@example.org");

        Assert.Equal((known.StatusCode, known.Headers.Location), (free.StatusCode, free.Headers.Location));
        Assert.False(await visitor.IsSignedInAsync());
        Assert.Equal(["anna@example.org: You have an account already", "bert@example.org: Confirm your address"], (await LettersAsync(2)).Select(letter => $"{letter["To"]}: {letter["Subject"]}").Order());
    }

    [Fact]
    public async Task An_account_waits_for_its_address_and_is_gone_after_a_week_without()
    {
        using var visitor = new Visitor(host);
        using var registered = await RegisterAsync(visitor, "bert@example.org");
        var link = Link(Assert.Single(await LettersAsync(1)));

        using var early = await visitor.SubmitAsync("/account/signin", ("Input.Mail", "bert@example.org"), ("Input.Password", New));
        using var looked = await visitor.GetAsync(link);
        var isIn = await visitor.IsSignedInAsync();
        using var confirmed = await visitor.SubmitAsync(link);

        Assert.Contains("Confirm your address first", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(isIn);
        Assert.True(await visitor.IsSignedInAsync());
        using var other = await RegisterAsync(new Visitor(host), "carl@example.org");
        clock.Advance(Duration.FromDays(7));
        await using (var scope = host.Services.OfAll())
        {
            await scope.ServiceProvider.GetRequiredService<AccountSweep>().LookAsync(CancellationToken.None);
        }

        Assert.Equal(["bert@example.org"], await host.AskAsync(db => db.Users.Select(runner => runner.Email).ToListAsync()));
    }

    [Fact]
    public async Task MA_11_AU_08_Another_address_needs_the_password_and_both_ends()
    {
        var runner = await host.RunnerAsync("anna");

        using var wrong = await runner.SubmitAsync("/account/address", ("Input.Mail", "new@example.org"), ("Input.Current", "wrong"));
        using var asked = await runner.SubmitAsync("/account/address", ("Input.Mail", "new@example.org"), ("Input.Current", Old));
        var letters = await LettersAsync(2);
        var before = await AddressAsync(runner);
        using var visitor = new Visitor(host);
        using var confirmed = await visitor.SubmitAsync(Link(letters.Single(letter => letter["To"] == "new@example.org")));

        Assert.Contains("This is not your password", Pages.Plain(await wrong.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal("anna@example.org", before);
        Assert.Equal("new@example.org", await AddressAsync(runner));
        Assert.Equal("anna@example.org: Your mail address was changed", $"{(await LettersAsync(3))[2]["To"]}: {(await LettersAsync(3))[2]["Subject"]}");
    }

    [Fact]
    public async Task The_old_address_brings_itself_back_and_puts_whoever_knew_the_password_out()
    {
        var runner = await host.RunnerAsync("anna");
        using var asked = await runner.SubmitAsync("/account/address", ("Input.Mail", "thief@example.org"), ("Input.Current", Old));
        var letters = await LettersAsync(2);
        using var thief = new Visitor(host);
        using var confirmed = await thief.SubmitAsync(Link(letters.Single(letter => letter["To"] == "thief@example.org")));
        using var anna = new Visitor(host);
        var keep = Link(letters.Single(letter => letter["To"] == "anna@example.org"));

        using var looked = await anna.GetAsync(keep);
        var between = await AddressAsync(runner);
        using var kept = await anna.SubmitAsync(keep);
        using var chosen = await anna.SubmitAsync(kept.Headers.Location!.OriginalString, ("Input.Next", New));
        using var back = await anna.SubmitAsync("/account/signin", ("Input.Mail", "anna@example.org"), ("Input.Password", New));
        using var out_ = await thief.SubmitAsync("/account/signin", ("Input.Mail", "anna@example.org"), ("Input.Password", Old));

        Assert.Equal("thief@example.org", between);
        Assert.Equal("anna@example.org", await AddressAsync(runner));
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.NotEqual(HttpStatusCode.Redirect, out_.StatusCode);
        using var ended = await runner.Http.GetAsync("/settings");
        Assert.NotEqual(HttpStatusCode.OK, ended.StatusCode);
    }

    [Fact]
    public async Task AU_07_Sign_ins_are_listed_and_ended_and_said_by_letter()
    {
        var here = await host.RunnerAsync("anna");
        var elsewhere = await host.StoredRunnerAsync("anna@example.org");
        var third = await host.StoredRunnerAsync("anna@example.org");
        var bert = await host.RunnerAsync("bert");
        var keys = await host.AskAsync(db => db.Sessions.Where(session => session.RunnerId == here.RunnerId).OrderBy(session => session.Created).Select(session => session.KeyHash).ToListAsync());

        var page = await here.ReadAsync("/account/signins");
        using var foreign = await bert.SubmitAsync("/account/signins?handler=end", ("key", keys[1]));
        using var still = await elsewhere.Http.GetAsync("/settings");
        using var others = await here.SubmitAsync("/account/signins?handler=endothers");

        Assert.Equal(3, keys.Count);
        Assert.Equal(1, page.Split("this device").Length - 1);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        Assert.Equal(1, await host.AskAsync(db => db.Sessions.CountAsync(session => session.RunnerId == here.RunnerId)));
        using var mine = await here.Http.GetAsync("/settings");
        using var ended = await third.Http.GetAsync("/settings");
        Assert.Equal((HttpStatusCode.OK, false), (mine.StatusCode, ended.IsSuccessStatusCode));
        Assert.Equal("Devices were signed out", Assert.Single(await LettersAsync(1))["Subject"]);
    }

    [Fact]
    public async Task PR_05_Links_that_work_without_a_sign_in_are_listed_with_their_end_and_ended_at_once()
    {
        var anna = await host.RunnerAsync("anna");
        var bert = await host.RunnerAsync("bert");
        using var anyone = new Visitor(host);
        (await anyone.SubmitAsync("/account/forgotten", ("Input.Mail", "anna@example.org"))).Dispose();
        var reset = Link(Assert.Single(await LettersAsync(1)));
        await using var scope = host.Services.OfAll();
        var (links, mails, db) = (scope.ServiceProvider.GetRequiredService<AccountLinks>(), scope.ServiceProvider.GetRequiredService<MailTokens>(), scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>());
        await links.MakeAsync(AccountLinkPurpose.KeepAddress, anna.RunnerId, AccountLinks.AddressLife, "anna@example.org", TestContext.Current.CancellationToken);
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
        Assert.Contains($"ends by itself on {new RunnerFormat(Language.English, UnitSystem.Metric, DateTimeZone.Utc).Moment(MadeHistory.Now + Duration.FromDays(30))}", before, StringComparison.Ordinal);
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
        var anna = await host.RunnerAsync("anna");
        await host.AskAsync(db =>
        {
            foreach (var purpose in Enum.GetValues<MailTokenPurpose>())
            {
                db.MailTokens.Add(new() { TokenHash = $"mail {purpose}", RunnerId = anna.RunnerId, Purpose = purpose, Created = MadeHistory.Now });
            }

            foreach (var purpose in Enum.GetValues<AccountLinkPurpose>())
            {
                db.AccountLinks.Add(new() { Id = Guid.NewGuid(), TokenHash = $"link {purpose}", RunnerId = anna.RunnerId, Purpose = purpose, Created = MadeHistory.Now, Expires = MadeHistory.Now + Duration.FromDays(1) });
            }

            return db.SaveChangesAsync();
        });

        using var reply = await anna.Http.GetAsync("/account/signins");

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }

    [Fact]
    public async Task Letters_carry_no_address_and_their_rows_no_token()
    {
        await host.RunnerAsync("anna");
        service.Server.Tell("hang-at rcpt");
        using var forgetful = new Visitor(host);
        using var asked = await forgetful.SubmitAsync("/account/forgotten", ("Input.Mail", "anna@example.org"));
        await service.Server.HangingAsync();
        var waiting = string.Concat(await host.AskAsync(async db => (await db.Letters.SingleAsync()).Token + (await db.Work.SingleAsync()).Progress));
        service.Server.Tell("accept");

        var letter = Assert.Single(await LettersAsync(1));

        Assert.DoesNotContain(Link(letter).Split('/')[^1], waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("anna@", letter.Text + letter.Html, StringComparison.Ordinal);
        Assert.StartsWith("http://localhost:5080/", Address().Match(letter.Text).Value, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> RegisterAsync(Visitor visitor, string mail) =>
        visitor.SubmitAsync("/account/register", ("Input.Mail", mail), ("Input.Password", New));

    private Task<string?> AddressAsync(RunnerClient runner) => host.AskAsync(db => db.Users.Where(row => row.Id == runner.RunnerId).Select(row => row.Email).SingleAsync());

    private async Task<IReadOnlyList<ReceivedMail>> LettersAsync(int count)
    {
        using var deadline = new CancellationTokenSource(Patience.Bound);
        for (var looks = 0; service.Server.Received().Count < count; looks++)
        {
            await Task.Delay(Patience.Pause(looks), deadline.Token);
        }

        return service.Server.Received();
    }

    private static string Link(ReceivedMail letter) => new Uri(Address().Match(letter.Text).Value).AbsolutePath;

    [GeneratedRegex("http://\\S+/account/\\S+", RegexOptions.None, 1000)]
    private static partial Regex Address();

    [GeneratedRegex("value=\"[^\"]+\"", RegexOptions.None, 1000)]
    private static partial Regex TokenField();
}
