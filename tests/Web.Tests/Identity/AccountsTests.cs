using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<Runner>().VerifyHashedPassword(runner, runner.PasswordHash!, "mud and stars"));
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

        await accounts.RegisterAsync("bert@example.org", "mud and stars", null);
        var free = hasher.Hashes;
        await accounts.RegisterAsync("anna@example.org", "mud and stars", null);

        Assert.Equal((1, 1), (free, hasher.Hashes - free));
    }

    [Fact]
    public async Task AU_02_A_refusal_costs_a_hash_for_unknown_known_and_paused_accounts_alike()
    {
        await RegisterAsync("anna@example.org", "mud and stars", null);
        var hasher = new CountingHasher();
        await using var scope = host.Services.OfAll();
        scope.ServiceProvider.GetRequiredService<UserManager<Runner>>().PasswordHasher = hasher;
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();

        var unknown = await CostAsync("nobody@example.org");
        var known = await CostAsync("anna@example.org");
        await host.AskAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(runner => runner.LockoutEnd, DateTimeOffset.MaxValue)));
        scope.ServiceProvider.GetRequiredService<KneeLoad.Web.Data.KneeLoadDbContext>().ChangeTracker.Clear();
        var paused = await CostAsync("anna@example.org");

        Assert.Equal((1, 1, 1), (unknown, known, paused));

        async Task<int> CostAsync(string mail)
        {
            var before = hasher.Hashes;
            Assert.False(await accounts.SignInAsync(mail, "a wrong guess", remember: false));
            return hasher.Hashes - before;
        }
    }

    [Theory]
    [InlineData("\"a\r\nRCPT TO:<v@x>\"@d")]
    [InlineData("a@d%0d%0aBcc:v@x")]
    [InlineData("a@b\u2028c.org")]
    [InlineData("Anna <anna@example.org>")]
    [InlineData("anna")]
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
    public async Task AU_14_The_first_account_is_the_owners_and_no_later_one_is()
    {
        await RegisterAsync("anna@example.org", "mud and stars", null);
        await RegisterAsync("bert@example.org", "mud and stars", null);

        Assert.Equal(["anna@example.org"], await OwnersAsync());
    }

    [Fact]
    public async Task AZ_12_Nobody_becomes_the_owner_once_the_owner_has_left()
    {
        await RegisterAsync("anna@example.org", "mud and stars", null);
        await RegisterAsync("bert@example.org", "mud and stars", null);
        await host.AskAsync(db => db.Users.Where(runner => runner.IsOwner).ExecuteDeleteAsync());

        await RegisterAsync("carl@example.org", "mud and stars", null);

        Assert.Empty(await OwnersAsync());
    }

    [Fact]
    public async Task AU_14_Of_many_first_registrations_at_once_each_succeeds_and_one_is_the_owners()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => RegisterAsync($"runner{i}@example.org", "mud and stars", null)));

        Assert.All(results, result => Assert.True(result.Succeeded, result.ToString()));
        Assert.Equal(8, await host.AskAsync(db => db.Users.CountAsync()));
        Assert.Single(await OwnersAsync());
    }

    private Task<List<string?>> OwnersAsync() => host.AskAsync(db => db.Users.Where(runner => runner.IsOwner).Select(runner => runner.Email).ToListAsync());

    private async Task<IdentityResult> RegisterAsync(string mail, string password, string? zone)
    {
        await using var scope = host.Services.OfAll();
        return await scope.ServiceProvider.GetRequiredService<Accounts>().RegisterAsync(mail, password, zone);
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
