using System.Net;
using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Access;
using KneeLoad.Web.Tests.Features.WeeklyMail;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Account.Access;

/// <summary>New passwords and new accounts by letters through a real mail server.</summary>
public sealed partial class LetterTests(MailingService service) : LetterFacts(service)
{
    [Fact]
    public async Task AU_09_AU_10_A_mailed_link_sets_a_new_password_once_and_looking_at_it_changes_nothing()
    {
        var runner = await Host.RunnerAsync("anna");
        using var forgetful = new Visitor(Host);
        using var asked = await forgetful.SubmitAsync("/account/forgotten", ("Input.Mail", "anna@example.org"));
        var letter = Assert.Single(await LettersAsync(1));
        var link = Link(letter);
        using var other = new Visitor(Host);

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
        await Host.RunnerAsync("anna");
        await Host.RunnerAsync("bert");
        using var forgetful = new Visitor(Host);
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
        Clock.Advance(AccountLinks.ResetLife);
        using var late = await forgetful.GetAsync(newer);

        Assert.Equal(
            (HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound),
            (old.StatusCode, fresh.StatusCode, others.StatusCode, late.StatusCode));
    }

    [Fact]
    public async Task AU_02_An_unknown_address_gets_the_same_answer_and_no_letter_and_costs_the_same_writes()
    {
        await Host.RunnerAsync("anna");
        using var visitor = new Visitor(Host);
        using var counted = new CountedWrites(Host.Folder, isOfRequests: true);
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
        await Host.RunnerAsync("anna");
        for (var network = 0; network < (LongRun.IsAsked ? 50 : 4); network++)
        {
            using var asker = new Visitor(Host, $"203.0.113.{network}");
            var token = await asker.TokenAsync("/account/forgotten");
            for (var post = 0; post < 20; post++)
            {
                (await asker.PostAsync("/account/forgotten", token, ("Input.Mail", "anna@example.org"))).Dispose();
            }
        }

        await LettersAsync(3);
        await Host.UntilAsync(db => db.Work.AllAsync(work => work.Rank != WorkRank.Letters));
        Assert.Equal(3, Server.Received().Count);
    }

    [Fact]
    public async Task AU_02_Registering_is_answered_alike_and_leads_to_a_letter_for_a_new_and_a_known_address()
    {
        await Host.RunnerAsync("anna");
        using var visitor = new Visitor(Host);

        using var known = await RegisterAsync(visitor, "anna@example.org");
        using var free = await RegisterAsync(visitor, "bert@example.org");

        Assert.Equal((known.StatusCode, known.Headers.Location), (free.StatusCode, free.Headers.Location));
        Assert.False(await visitor.IsSignedInAsync());
        Assert.Equal(
            ["anna@example.org: You have an account already", "bert@example.org: Confirm your address"],
            (await LettersAsync(2)).Select(letter => $"{letter["To"]}: {letter["Subject"]}").Order());
    }

    [Fact]
    public async Task An_account_waits_for_its_address_and_is_gone_after_a_week_without()
    {
        using var visitor = new Visitor(Host);
        using var registered = await RegisterAsync(visitor, "bert@example.org");
        var letter = Assert.Single(await LettersAsync(1));
        Assert.Equal("bert@example.org: Confirm your address", $"{letter["To"]}: {letter["Subject"]}");
        var link = Link(letter);

        using var early = await visitor.SubmitAsync("/account/signin", ("Input.Mail", "bert@example.org"), ("Input.Password", New));
        using var looked = await visitor.GetAsync(link);
        var isIn = await visitor.IsSignedInAsync();
        using var confirmed = await visitor.SubmitAsync(link);

        Assert.Contains("Confirm your address first", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, false), (looked.StatusCode, isIn));
        Assert.Equal((HttpStatusCode.Redirect, "/account/about-you"), (confirmed.StatusCode, confirmed.Headers.Location?.OriginalString));
        using var settings = await visitor.GetAsync("/settings");
        Assert.Equal(HttpStatusCode.OK, settings.StatusCode);
        using var other = await RegisterAsync(new Visitor(Host), "carl@example.org");
        Clock.Advance(Duration.FromDays(7));
        await using (var scope = Host.Services.OfAll())
        {
            await scope.ServiceProvider.GetRequiredService<AccountSweep>().LookAsync(CancellationToken.None);
        }

        Assert.Equal(["bert@example.org"], await Host.AskAsync(db => db.Users.Select(runner => runner.Email).ToListAsync()));
    }

    [Fact]
    public async Task Letters_carry_no_address_and_their_rows_no_token()
    {
        await Host.RunnerAsync("anna");
        Server.Tell("hang-at rcpt");
        using var forgetful = new Visitor(Host);
        using var asked = await forgetful.SubmitAsync("/account/forgotten", ("Input.Mail", "anna@example.org"));
        await Server.HangingAsync();
        var waiting = string.Concat(await Host.AskAsync(async db => (await db.Letters.SingleAsync()).Token + (await db.Work.SingleAsync()).Progress));
        Server.Tell("accept");

        var letter = Assert.Single(await LettersAsync(1));

        Assert.DoesNotContain(Link(letter).Split('/')[^1], waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("anna@", letter.Text + letter.Html, StringComparison.Ordinal);
        Assert.StartsWith("http://localhost:5080/", AddressIn(letter), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> RegisterAsync(Visitor visitor, string mail) =>
        visitor.SubmitAsync("/account/register", ("Input.Mail", mail), ("Input.Password", New));

    [GeneratedRegex("value=\"[^\"]+\"", RegexOptions.None, 1000)]
    private static partial Regex TokenField();
}
