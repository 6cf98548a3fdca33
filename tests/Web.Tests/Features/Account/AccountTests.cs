using System.Net;
using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Access;
using KneeLoad.Web.Tests.Features.Account.Access;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Features.Account;

/// <summary>Registering, signing in and out as a browser without script does it.</summary>
public sealed partial class AccountTests(InvitingService service) : IClassFixture<InvitingService>
{
    private const string Password = "correct horse battery";
    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));

    [Fact]
    public async Task PR_07_Registering_without_the_tick_stores_no_consent_and_with_it_its_moment()
    {
        using var without = await RegisterAsync("without@example.org");
        using var with = await RegisterAsync("with@example.org", ("Input.Storing", "true"), ("Input.Scoring", "true"));

        Assert.Null((await host.AskAsync(db => db.Users.SingleAsync(runner => runner.Email == "without@example.org"))).StoringConsent);
        Assert.Equal(MadeHistory.Now, (await host.AskAsync(db => db.Users.SingleAsync(runner => runner.Email == "with@example.org"))).ScoringConsent);
    }

    [Fact]
    public async Task PR_07_The_tick_for_health_data_is_not_set_beforehand()
    {
        using var browser = Browser();

        var page = await browser.GetStringAsync(await InvitationAsync());

        var tick = TickOfConsent().Match(page).Value;
        Assert.NotEmpty(tick);
        Assert.DoesNotContain("checked", tick, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_address_is_answered_like_a_new_one()
    {
        using var first = await RegisterAsync("a@example.org");

        using var second = await RegisterAsync("a@example.org");

        Assert.Equal((first.StatusCode, first.Headers.Location), (second.StatusCode, second.Headers.Location));
        Assert.Equal(1, await host.AskAsync(db => db.Users.CountAsync(runner => !runner.IsOwner)));
    }

    [Fact]
    public async Task AZ_07_A_registration_cannot_ask_to_be_the_owner()
    {
        using var first = await RegisterAsync("first@example.org");

        using var second = await RegisterAsync("second@example.org", ("IsOwner", "true"), ("Input.IsOwner", "true"), ("Runner.IsOwner", "true"));

        Assert.Equal(
            ["first@example.org", "second@example.org"],
            await host.AskAsync(db => db.Users.Where(runner => !runner.IsOwner).Select(runner => runner.Email).Order().ToListAsync()));
    }

    [Theory]
    [InlineData("/runs", "/runs")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https:evil.example", "/")]
    public async Task WEB_09_Signing_in_leads_on_within_this_site_only(string returnUrl, string expected)
    {
        using var registered = await RegisterAsync("a@example.org");
        using var browser = Browser();

        using var reply = await PostAsync(browser, "/account/signin", ("Input.Mail", "a@example.org"), ("Input.Password", Password), ("ReturnUrl", returnUrl));

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        Assert.Equal(expected, reply.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task AU_03_Signing_in_over_another_session_ends_it_and_continues_none()
    {
        using var anna = await RegisterAsync("a@example.org");
        using var bert = await RegisterAsync("b@example.org");
        using var browser = Browser();
        using var first = await PostAsync(browser, "/account/signin", ("Input.Mail", "a@example.org"), ("Input.Password", Password));
        var known = first.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("kneeload=", StringComparison.Ordinal)).Split(';')[0];
        var token = Token().Match(await browser.GetStringAsync("/settings")).Groups[1].Value;

        using var form = new FormUrlEncodedContent([
            new("Input.Mail", "b@example.org"), new("Input.Password", Password), new("__RequestVerificationToken", token),
        ]);
        using var over = await browser.PostAsync("/account/signin", form);

        Assert.Equal("/account/signin", over.Headers.Location?.OriginalString);
        using var stranger = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        stranger.DefaultRequestHeaders.Add("Cookie", known);
        using var looked = await stranger.GetAsync("/settings");
        Assert.Equal(HttpStatusCode.Redirect, looked.StatusCode);
        using var second = await PostAsync(browser, "/account/signin", ("Input.Mail", "b@example.org"), ("Input.Password", Password));
        Assert.Contains("b@example.org", await browser.GetStringAsync("/settings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AU_07_AU_08_A_new_password_needs_the_old_one_and_ends_every_sign_in()
    {
        using var registered = await RegisterAsync("a@example.org");
        using var here = Browser();
        using var elsewhere = Browser();
        using var signedInHere = await PostAsync(here, "/account/signin", ("Input.Mail", "a@example.org"), ("Input.Password", Password));
        using var signedInElsewhere = await PostAsync(elsewhere, "/account/signin", ("Input.Mail", "a@example.org"), ("Input.Password", Password));

        using var refused = await PostAsync(here, "/account/password", ("Input.Current", "wrong"), ("Input.Next", "a new horse battery"));
        using var changed = await PostAsync(here, "/account/password", ("Input.Current", Password), ("Input.Next", "a new horse battery"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (refused.StatusCode, changed.StatusCode));
        using var goneHere = await here.GetAsync("/runs");
        using var goneElsewhere = await elsewhere.GetAsync("/runs");
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (goneHere.StatusCode, goneElsewhere.StatusCode));
        using var again = await PostAsync(here, "/account/signin", ("Input.Mail", "a@example.org"), ("Input.Password", "a new horse battery"));
        Assert.Equal("/", again.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Signing_out_is_a_form_and_ends_the_sign_in()
    {
        using var registered = await RegisterAsync("a@example.org");
        using var browser = Browser();
        using var signedIn = await PostAsync(browser, "/account/signin", ("Input.Mail", "a@example.org"), ("Input.Password", Password));
        using var looked = await browser.GetAsync("/account/signout");
        using var stillIn = await browser.GetAsync("/uploads");
        Assert.Equal(HttpStatusCode.OK, stillIn.StatusCode);

        using var signedOut = await PostAsync(browser, "/account/signout");

        using var out_ = await browser.GetAsync("/runs");
        Assert.Equal(HttpStatusCode.Redirect, out_.StatusCode);
    }

    [Fact]
    public async Task Who_registers_is_signed_in_where_no_mail_is_sent()
    {
        using var visitor = new Visitor(host);

        using var registered = await visitor.SubmitAsync(await InvitationAsync(), ("Input.Mail", "a@example.org"), ("Input.Password", Password));

        Assert.Equal("/account/about-you", registered.Headers.Location?.OriginalString);
        Assert.True(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task AU_02_To_a_guest_a_known_address_costs_the_same_work_changes_nothing_and_is_seen_by_the_owner()
    {
        await host.RunnerAsync("known");
        using var visitor = new Visitor(host);
        var link = await InvitationAsync();
        var token = await visitor.TokenAsync(link);
        using var writes = new CountedWrites(host.Folder);
        var costs = new List<int>();

        // The first try with a known address makes the row that counts it, which a statement in vain finds missing.
        foreach (var mail in new[] { "new@example.org", "known@example.org", "known@example.org" })
        {
            var before = writes.Count;
            await using var scope = host.Services.OfAll();
            await scope.ServiceProvider.GetRequiredService<Accounts>().MakeAsync(new(mail, Password));
            costs.Add(writes.Count - before);
        }

        using var known = await visitor.PostAsync(link, token, ("Input.Mail", "known@example.org"), ("Input.Password", "mud and stars"));

        Assert.Equal(costs[0], costs[2]);
        Assert.False(await visitor.IsSignedInAsync());
        Assert.Equal(3, await host.AskAsync(db => db.Trail.CountAsync(row => row.Act == TrailAct.RegisteredTwice)));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(256)]
    public async Task AU_11_A_long_password_is_taken_whole(int length)
    {
        var password = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i * i * 7 % 26))));
        using var visitor = new Visitor(host);
        using var registered = await visitor.SubmitAsync(await InvitationAsync(), ("Input.Mail", "a@example.org"), ("Input.Password", password));
        using var other = new Visitor(host);

        using var cut = await other.SubmitAsync("/account/signin", ("Input.Mail", "a@example.org"), ("Input.Password", password[..^1]));
        using var whole = await other.SubmitAsync("/account/signin", ("Input.Mail", "a@example.org"), ("Input.Password", password));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (cut.StatusCode, whole.StatusCode));
    }

    [Fact]
    public async Task AU_13_Headers_that_name_a_user_are_ignored()
    {
        await host.RunnerAsync("a");
        using var visitor = new Visitor(host);
        foreach (var header in new[] { "X-Forwarded-User", "Remote-User", "X-Remote-User", "X-Auth-Request-Email" })
        {
            visitor.Http.DefaultRequestHeaders.Add(header, "a@example.org");
        }

        Assert.False(await visitor.IsSignedInAsync());
    }

    private async Task<HttpResponseMessage> RegisterAsync(string mail, params (string Name, string Value)[] more)
    {
        using var browser = Browser();
        return await PostAsync(browser, await InvitationAsync(), [("Input.Mail", mail), ("Input.Password", Password), .. more]);
    }

    private async Task<string> InvitationAsync()
    {
        if (!await host.AskAsync(db => db.Users.AnyAsync(runner => runner.IsOwner)))
        {
            await host.RunnerAsync("owner", isOwner: true);
        }

        await using var scope = host.Services.OfAll();
        var links = scope.ServiceProvider.GetRequiredService<AccountLinks>();
        return $"/account/register/{await links.MakeAsync(AccountLinkPurpose.Invitation, null, AccountLinks.InvitationLife, null, CancellationToken.None)}";
    }

    private HttpClient Browser() => host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string address, params (string Name, string Value)[] fields)
    {
        var form = await browser.GetStringAsync(address);
        var token = Token().Match(form).Groups[1].Value;
        return await browser.PostAsync(address, new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("<input[^>]*Input_(?:Storing|Scoring)[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex TickOfConsent();
}
