using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Passwords;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KneeLoad.Web.Tests.Identity;

public sealed class AccountsTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly WebHost host = service.Anew();

    [Fact]
    public async Task AU_02_A_taken_address_gets_the_answer_of_a_free_one_and_changes_nothing()
    {
        var first = await RegisterAsync("anna@example.org", "mud and stars", "Europe/Berlin");
        var second = await RegisterAsync("Anna@Example.org", "someone else's", "Asia/Tokyo");

        Assert.True(first.Succeeded);
        Assert.True(second.Succeeded);
        var runner = await host.AskAsync(db => db.Users.SingleAsync());
        Assert.Equal("Europe/Berlin", runner.TimeZone);
        Assert.NotEqual(PasswordVerificationResult.Failed, new PasswordHasher<Runner>().VerifyHashedPassword(runner, runner.PasswordHash!, "mud and stars"));
    }

    [Fact]
    public async Task Registrations_of_one_address_at_the_same_instant_are_answered_alike_and_make_one_account()
    {
        await RegisterAsync("owner@example.org", "mud and stars", null);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RegisterAsync("anna@example.org", "mud and stars", null)));

        Assert.All(answers, answer => Assert.True(answer.Succeeded));
        Assert.Equal(1, await host.AskAsync(db => db.Users.CountAsync(runner => runner.NormalizedEmail == "ANNA@EXAMPLE.ORG")));
    }

    [Theory]
    [InlineData("vic\u200btim@example.org")]
    [InlineData("victim\u00ad@example.org")]
    [InlineData("vi\u0301ctim@example.org")]
    [InlineData("victim\U000E0041@example.org")]
    public async Task An_address_that_looks_like_another_is_none(string address)
    {
        var refused = await RegisterAsync(address, "mud and stars", null);

        Assert.Contains(refused.Errors, error => error.Code == "InvalidEmail");
    }

    [Fact]
    public async Task A_weak_password_is_refused_alike_for_taken_and_free_addresses()
    {
        await RegisterAsync("anna@example.org", "mud and stars", null);

        var taken = await RegisterAsync("anna@example.org", "short", null);
        var free = await RegisterAsync("bert@example.org", "short", null);

        Assert.Equal(free.Errors.Select(error => error.Code), taken.Errors.Select(error => error.Code));
        Assert.NotEmpty(free.Errors);
    }

    [Fact]
    public async Task Registering_costs_one_hash_for_a_free_and_a_taken_address_alike()
    {
        await RegisterAsync("anna@example.org", "mud and stars", null);
        var hasher = new CountingHasher();
        await using var scope = host.Services.OfAll();
        scope.ServiceProvider.GetRequiredService<UserManager<Runner>>().PasswordHasher = hasher;
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();

        await accounts.MakeAsync(new("bert@example.org", "mud and stars"));
        var free = hasher.Hashes;
        await accounts.MakeAsync(new("anna@example.org", "mud and stars"));

        Assert.Equal((1, 1), (free, hasher.Hashes - free));
    }

    [Fact]
    public async Task AU_02_A_refusal_costs_the_same_hashes_and_writes_for_unknown_and_known_accounts()
    {
        await RegisterAsync("anna@example.org", "mud and stars", null);
        var hasher = new CountingHasher();
        await using var scope = host.Services.OfAll();
        scope.ServiceProvider.GetRequiredService<UserManager<Runner>>().PasswordHasher = hasher;
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        using var writes = new CountedWrites(host.Folder);
        var costs = new List<(string Mail, int Hashes, int Writes)>();

        for (var round = 0; round < 3; round++)
        {
            foreach (var mail in new[] { "nobody@example.org", "anna@example.org" })
            {
                var (hashes, before) = (hasher.Hashes, writes.Count);
                Assert.Null((await accounts.SignInAsync(mail, "a wrong guess", remember: false)).Runner);
                costs.Add((mail, hasher.Hashes - hashes, writes.Count - before));
            }
        }

        Assert.All(costs, cost => Assert.Equal(1, cost.Hashes));
        Assert.True(costs[0].Writes > 0);
        Assert.Equal(
            costs.Where(cost => cost.Mail[0] == 'n').Select(cost => cost.Writes), costs.Where(cost => cost.Mail[0] == 'a').Select(cost => cost.Writes));
    }

    [Fact]
    public async Task A_hash_of_fewer_rounds_is_made_anew_at_the_next_sign_in()
    {
        await RegisterAsync("anna@example.org", "mud and stars", null);
        var weak = new PasswordHasher<Runner>(Options.Create(new PasswordHasherOptions { IterationCount = 500 })).HashPassword(new(), "mud and stars");
        await host.AskAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(runner => runner.PasswordHash, weak)));
        await using var scope = host.Services.OfAll();

        var users = scope.ServiceProvider.GetRequiredService<UserManager<Runner>>();

        var right = await users.CheckPasswordAsync((await users.FindByEmailAsync("anna@example.org"))!, "mud and stars");

        Assert.True(right);
        Assert.NotEqual(weak, await host.AskAsync(db => db.Users.Select(runner => runner.PasswordHash).SingleAsync()));
    }

    [Fact]
    public void Unless_told_otherwise_a_password_is_hashed_as_often_as_is_advised_today() => Assert.Equal(210_000, PasswordHashes.AdvisedRounds);

    [Theory]
    [InlineData("\"a\r\nRCPT TO:<v@x>\"@d")]
    [InlineData("a@d%0d%0aBcc:v@x")]
    [InlineData("a@b\u2028c.org")]
    [InlineData("Anna <anna@example.org>")]
    [InlineData("anna")]
    [InlineData("a@localhost")]
    [InlineData("a@d.")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("a@b.org,c@d.org")]
    public async Task MA_01_What_could_reach_a_mail_header_is_no_address(string mail)
    {
        var result = await RegisterAsync(mail, "mud and stars", null);

        Assert.False(result.Succeeded);
        Assert.Equal(0, await host.AskAsync(db => db.Users.CountAsync()));
    }

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData(null)]
    public async Task An_unknown_zone_is_UTC(string? zone)
    {
        await RegisterAsync("anna@example.org", "mud and stars", zone);

        Assert.Equal("UTC", await host.AskAsync(db => db.Users.Select(runner => runner.TimeZone).SingleAsync()));
    }

    [Fact]
    public async Task AU_14_No_account_is_the_owners_by_being_first()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => RegisterAsync($"runner{i}@example.org", "mud and stars", null)));

        Assert.Equal(8, await host.AskAsync(db => db.Users.CountAsync()));
        Assert.Empty(await OwnersAsync());
    }

    private Task<List<string?>> OwnersAsync() => host.AskAsync(db => db.Users.Where(runner => runner.IsOwner).Select(runner => runner.Email).ToListAsync());

    private async Task<IdentityResult> RegisterAsync(string mail, string password, string? zone)
    {
        await using var scope = host.Services.OfAll();
        var (_, faults) = await scope.ServiceProvider.GetRequiredService<Accounts>().MakeAsync(new(mail, password) { TimeZone = zone });
        return faults.Count == 0 ? IdentityResult.Success : IdentityResult.Failed([.. faults]);
    }

    private sealed class CountingHasher : PasswordHasher<Runner>
    {
        public int Hashes { get; private set; }

        public override string HashPassword(Runner user, string password)
        {
            Hashes++;
            return base.HashPassword(user, password);
        }

        public override PasswordVerificationResult VerifyHashedPassword(Runner user, string hashedPassword, string providedPassword)
        {
            Hashes++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
