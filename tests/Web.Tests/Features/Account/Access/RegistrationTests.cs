using KneeLoad.Web.Hosting;
using NodaTime.Testing;
using KneeLoad.Web.Data;
using System.Net;
using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Access;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KneeLoad.Web.Tests.Features.Account.Access;

/// <summary>People who may come in: the owner by the word of the console, others by a link of the owner's.</summary>
public sealed partial class RegistrationTests(InvitingService service) : IClassFixture<InvitingService>
{
    private const string Password = "mud and stars";

    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));

    [Fact]
    public async Task AU_14_A_fresh_installation_prints_a_word_that_makes_the_owner_and_nobody_else_can()
    {
        await using var fresh = new WebHost().With("Registration", "closed");
        _ = fresh.Services;
        var word = Word().Match(fresh.Console.ToString()).Groups[1].Value;
        using var stranger = new Visitor(fresh);

        using var without = await RegisterAsync(stranger, "first@example.org");
        using var guessed = await RegisterAsync(stranger, "first@example.org", ("Input.Word", "aaaa-bbbb-cccc-dddd"));
        var before = await fresh.AskAsync(db => db.Users.CountAsync());
        using var owner = await RegisterAsync(stranger, "owner@example.org", ("Input.Word", $" {word.ToUpperInvariant()}"));
        using var second = new Visitor(fresh);
        using var again = await second.SubmitFromAsync(
            "/account/signin", "/account/register", ("Input.Mail", "second@example.org"), ("Input.Password", Password), ("Input.Word", word));

        Assert.Equal(0, before);
        Assert.Equal(HttpStatusCode.OK, without.StatusCode);
        Assert.Contains("printed last", await guessed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/account/about-you", owner.Headers.Location?.OriginalString);
        Assert.True(await stranger.IsSignedInAsync());
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        Assert.Equal(["owner@example.org"], await fresh.AskAsync(db => db.Users.Where(runner => runner.IsOwner).Select(runner => runner.Email).ToListAsync()));
        Assert.Contains("Ask whoever runs this server", await second.ReadAsync("/account/register"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AU_14_Of_many_who_know_the_word_one_becomes_the_owner_and_the_others_are_not_let_in()
    {
        var word = await NewWordAsync();

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            await using var scope = host.Services.OfAll();
            return await scope.ServiceProvider
                .GetRequiredService<Registrations>()
                .RegisterAsync(new($"runner{i}@example.org", Password), word, null, false, CancellationToken.None);
        }));

        Assert.Single(made, outcome => outcome.Made is not null);
        Assert.Equal((1, 1), (await host.AskAsync(db => db.Users.CountAsync()), await host.AskAsync(db => db.Users.CountAsync(runner => runner.IsOwner))));
    }

    [Fact]
    public async Task Nobody_registers_once_the_owner_has_left()
    {
        await OwnerAsync();
        await host.AskAsync(db => db.Users.ExecuteDeleteAsync());
        using var stranger = new Visitor(host);

        using var reply = await RegisterAsync(stranger, "second@example.org", ("Input.Word", "aaaa-bbbb-cccc-dddd"));

        Assert.Equal(0, await host.AskAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task An_invitation_of_the_owner_lets_one_person_in_once()
    {
        var owner = await OwnerAsync();
        var link = await InviteAsync(owner);
        using var invited = new Visitor(host);
        using var late = new Visitor(host);

        var page = await invited.ReadAsync(link);
        using var registered = await SubmitAsync(invited, link, "guest@example.org");
        using var again = await SubmitAsync(late, link, "other@example.org");

        Assert.Contains("You were invited", page, StringComparison.Ordinal);
        Assert.True(await invited.IsSignedInAsync());
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        Assert.Equal(2, await host.AskAsync(db => db.Users.CountAsync()));
        Assert.False(await host.AskAsync(db => db.Users.Where(runner => runner.Email == "guest@example.org").Select(runner => runner.IsOwner).SingleAsync()));
    }

    [Fact]
    public async Task Of_many_who_use_one_invitation_at_once_one_is_let_in()
    {
        await OwnerAsync();
        var token = await host.AskAsync(async db =>
        {
            await using var scope = host.Services.OfAll();
            return await scope.ServiceProvider
                .GetRequiredService<AccountLinks>()
                .MakeAsync(AccountLinkPurpose.Invitation, null, AccountLinks.InvitationLife, null, CancellationToken.None);
        });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            await using var scope = host.Services.OfAll();
            await scope.ServiceProvider
                .GetRequiredService<Registrations>()
                .RegisterAsync(new($"runner{i}@example.org", Password), null, token, false, CancellationToken.None);
        }));

        Assert.Equal(2, await host.AskAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Invitations_are_listed_and_revoked_and_run_out_and_their_tokens_are_not_stored()
    {
        var owner = await OwnerAsync();
        var (revoked, outlived) = (await InviteAsync(owner), await InviteAsync(owner));
        var stored = await host.AskAsync(db => db.AccountLinks.OrderBy(row => row.Created).ToListAsync());
        Assert.Equal(2, stored.Count);
        Assert.DoesNotContain(stored, row => revoked.EndsWith(row.TokenHash, StringComparison.Ordinal));
        var which = stored.Single(row => row.TokenHash == AccountLinks.Hash(revoked.Split('/')[^1]));

        using var reply = await owner.SubmitAsync("/admin/people?handler=revoke", ("id", which.Id.ToString()));
        host.At(new FakeClock(MadeHistory.Now + AccountLinks.InvitationLife));
        using var stranger = new Visitor(host);

        foreach (var link in new[] { revoked, outlived })
        {
            Assert.Contains("Registration is closed", await stranger.ReadAsync(link), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AZ_12_Accounts_and_invitations_are_the_owners_alone()
    {
        await OwnerAsync();
        var other = await host.RunnerAsync("other");

        foreach (var handler in new[] { "", "?handler=invite", "?handler=revoke", "?handler=reset", "?handler=passon" })
        {
            using var reply = await other.SubmitAsync("/admin/people" + handler, ("id", other.RunnerId.ToString()), ("password", "correct horse battery"));
            Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        }

        using var looked = await other.Http.GetAsync("/admin/people");
        Assert.Equal(HttpStatusCode.NotFound, looked.StatusCode);
        Assert.Equal(0, await host.AskAsync(db => db.AccountLinks.CountAsync()));
        Assert.False(await host.AskAsync(db => db.Users.Where(runner => runner.Id == other.RunnerId).Select(runner => runner.IsOwner).SingleAsync()));
    }

    [Fact]
    public async Task AZ_12_An_owner_leaves_only_by_naming_the_next_with_the_password()
    {
        var owner = await OwnerAsync();
        var other = await host.RunnerAsync("other");

        using var wrong = await owner.SubmitAsync("/admin/people?handler=passon", ("id", other.RunnerId.ToString()), ("password", "wrong"));
        using var self = await owner.SubmitAsync("/admin/people?handler=passon", ("id", owner.RunnerId.ToString()), ("password", "correct horse battery"));
        using var nobody = await owner.SubmitAsync("/admin/people?handler=passon", ("id", Guid.NewGuid().ToString()), ("password", "correct horse battery"));
        var before = await OwnersAsync();
        using var passed = await owner.SubmitAsync("/admin/people?handler=passon", ("id", other.RunnerId.ToString()), ("password", "correct horse battery"));

        Assert.Equal([owner.RunnerId], before);
        Assert.Equal(HttpStatusCode.Redirect, passed.StatusCode);
        Assert.Equal([other.RunnerId], await OwnersAsync());
        using var out_ = await owner.Http.GetAsync("/admin/people");
        Assert.NotEqual(HttpStatusCode.OK, out_.StatusCode);
    }

    [Fact]
    public async Task AU_09_The_owner_makes_a_link_to_a_new_password_where_no_mail_is_sent()
    {
        var owner = await OwnerAsync();
        var other = await host.RunnerAsync("other");
        using var forgetful = new Visitor(host);
        Assert.Contains("Whoever runs it can give you a link", await forgetful.ReadAsync("/account/forgotten"), StringComparison.Ordinal);
        using var made = await owner.SubmitAsync("/admin/people?handler=reset", ("id", other.RunnerId.ToString()));
        var link = new Uri(ResetLink().Match(await made.Content.ReadAsStringAsync()).Value).AbsolutePath;

        using var chosen = await forgetful.SubmitAsync(link, ("Input.Next", "rain over the hills"));
        using var signedIn = await forgetful.SubmitAsync("/account/signin", ("Input.Mail", "other@example.org"), ("Input.Password", "rain over the hills"));

        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.True(await forgetful.IsSignedInAsync());
        using var ended = await other.Http.GetAsync("/settings");
        Assert.NotEqual(HttpStatusCode.OK, ended.StatusCode);
        using var own = await owner.SubmitAsync("/admin/people?handler=reset", ("id", owner.RunnerId.ToString()));
        Assert.DoesNotMatch(ResetLink(), await own.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("sometimes")]
    [InlineData("7")]
    public void Another_word_for_who_may_register_is_refused(string word)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Registration", (string?)word)]).Build();

        Assert.Contains("closed, invite or open", Assert.Throws<SettingException>(() => AccessSettings.From(settings)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("open", null, "", true)]
    [InlineData("Open", "", "", true)]
    [InlineData("open", "mail.example.org", "", false)]
    [InlineData("open", null, "true", false)]
    [InlineData("invite", null, "", false)]
    [InlineData("closed", null, "", false)]
    public void AU_02_Open_registration_without_a_mail_server_is_refused_as_its_answer_tells_of_addresses(
        string registration, string? mailHost, string isAlone, bool isRefused)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Registration"] = registration,
                ["Mail:Host"] = mailHost,
                ["SingleUser"] = isAlone.Length > 0 ? isAlone : "false",
            })
            .Build();

        var refusal = Record.Exception(() => AccessSettings.From(settings));

        Assert.Equal(isRefused, refusal is SettingException && refusal.Message.EndsWith("Set Mail:Host, or Registration=invite.", StringComparison.Ordinal));
        Assert.Equal(isRefused, refusal is not null);
    }

    private static Task<HttpResponseMessage> RegisterAsync(Visitor visitor, string mail, params (string Name, string Value)[] more) =>
        visitor.SubmitAsync("/account/register", [("Input.Mail", mail), ("Input.Password", Password), .. more]);

    private static Task<HttpResponseMessage> SubmitAsync(Visitor visitor, string link, string mail) => visitor.SubmitFromAsync(
        "/account/signin", link, ("Input.Mail", mail), ("Input.Password", Password));

    private Task<RunnerClient> OwnerAsync() => host.RunnerAsync("owner", isOwner: true);

    private Task<List<Guid>> OwnersAsync() => host.AskAsync(db => db.Users.Where(runner => runner.IsOwner).Select(runner => runner.Id).ToListAsync());

    private async Task<string> NewWordAsync()
    {
        await using var scope = host.Services.OfAll();
        return await scope.ServiceProvider.GetRequiredService<OwnersWord>().RenewAsync(CancellationToken.None) ?? "";
    }

    private static async Task<string> InviteAsync(RunnerClient owner)
    {
        using var made = await owner.SubmitAsync("/admin/people?handler=invite");
        return new Uri(InvitationLink().Match(await made.Content.ReadAsStringAsync()).Value).AbsolutePath;
    }

    [GeneratedRegex("owner's word: ([a-z0-9-]+)", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("http://localhost:5080/account/register/[A-Za-z0-9_-]{43}", RegexOptions.None, 1000)]
    private static partial Regex InvitationLink();

    [GeneratedRegex("http://localhost:5080/account/reset/[A-Za-z0-9_-]{43}", RegexOptions.None, 1000)]
    private static partial Regex ResetLink();
}

/// <summary>A running service where people register with the owner's word or an invitation.</summary>
public sealed class InvitingService : RunningService
{
    public InvitingService() => Host.With("Registration", "invite");
}
