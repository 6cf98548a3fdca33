using KneeLoad.Web.Data;
using System.Net;
using KneeLoad.Testing;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Features.Account.Access;

/// <summary>Guessing passwords from outside, and keeping the owner of an account out by it.</summary>
public sealed class GuessingTests(RunningService service) : IClassFixture<RunningService>
{
    private const string Password = "mud and stars";

    private readonly FakeClock clock = new(MadeHistory.Now);
    private readonly WebHost host = service.Anew();

    [Fact]
    public async Task AU_01_Wrong_guesses_bring_growing_pauses_and_no_lock()
    {
        service.Anew(clock);
        await MakeAsync("anna@example.org");
        using var guesser = new Visitor(host, "203.0.113.7");
        var token = await guesser.TokenAsync("/account/signin");
        var waits = new List<double>();
        for (var guess = 0; guess < 12; guess++)
        {
            using var reply = await SignInAsync(guesser, token, "anna@example.org", $"guess {guess}");
            waits.Add(reply.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0);
            clock.Advance(Duration.FromSeconds(waits[^1]));
        }

        using var right = await SignInAsync(guesser, token, "anna@example.org", Password);
        clock.Advance(Duration.FromSeconds(right.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0));
        using var later = await SignInAsync(guesser, token, "anna@example.org", Password);

        Assert.Equal([0, 0, 0, 0, 0, 1, 0, 2, 0, 4, 0, 8], waits);
        Assert.True(right.StatusCode is HttpStatusCode.Redirect || later.StatusCode is HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task AU_01_Wrong_passwords_at_export_and_erasure_share_the_growing_pauses()
    {
        service.Anew(clock);
        await MakeAsync("anna@example.org");
        using var thief = new Visitor(host, "203.0.113.7");
        using var signedIn = await thief.SubmitAsync("/account/signin", ("Input.Mail", "anna@example.org"), ("Input.Password", Password));
        var token = await thief.TokenAsync("/your-data");
        var (waits, said) = (new List<double>(), new List<string>());
        for (var guess = 0; guess < 12; guess++)
        {
            using var reply = await AskAsync(guess % 3 == 2 ? "erase" : "export", $"guess {guess}");
            waits.Add(reply.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0);
            said.Add(PlainPages.Plain(await reply.Content.ReadAsStringAsync()));
            clock.Advance(guess == 11 ? Duration.Zero : Duration.FromSeconds(waits[^1]));
        }

        using var right = await AskAsync("export", Password);
        clock.Advance(Duration.FromSeconds(waits[^1]));
        using var later = await AskAsync("export", Password);

        Assert.Equal([0, 0, 0, 0, 0, 1, 0, 2, 0, 4, 0, 8], waits);
        Assert.Contains("This is not your password.", said[4], StringComparison.Ordinal);
        Assert.Contains("Too many wrong passwords. Wait 1 second, then try again.", said[5], StringComparison.Ordinal);
        Assert.Contains("Too many wrong passwords. Wait 8 seconds, then try again.", said[11], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
        Assert.Equal("application/zip", later.Content.Headers.ContentType?.MediaType);
        Assert.Equal(1, await host.AskAsync(db => db.Users.CountAsync()));

        Task<HttpResponseMessage> AskAsync(string handler, string password) =>
            thief.PostAsync($"/your-data?handler={handler}", token, ("password", password), ("sure", "true"));
    }

    [Fact]
    public async Task AU_01_An_IPv6_household_has_one_count()
    {
        service.Anew(clock);
        await MakeAsync("anna@example.org");
        var statuses = new List<HttpStatusCode>();
        for (var host_ = 0; host_ < 60; host_++)
        {
            using var guesser = new Visitor(host, $"2001:db8:1:2::{host_:x}");
            using var reply = await guesser.PostAsync("/account/signin", "");
            statuses.Add(reply.StatusCode);
        }

        Assert.Equal(40, statuses.Count(status => status is HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task AU_01_Who_was_signed_in_on_a_device_gets_in_there_while_others_guess()
    {
        service.Anew(clock);
        await MakeAsync("anna@example.org");
        using var device = new Visitor(host, "198.51.100.1");
        using var first = await device.SubmitAsync("/account/signin", ("Input.Mail", "anna@example.org"), ("Input.Password", Password));
        using var signedOut = await device.SubmitAsync("/account/signout");
        for (var network = 0; network < 30; network++)
        {
            await GuessAsync("anna@example.org", $"203.0.113.{network}", 6);
        }

        // In the network of a guesser, too.
        await GuessAsync("anna@example.org", "198.51.100.1", 6);
        using var elsewhere = new Visitor(host, "198.51.100.1");
        using var unknown = await elsewhere.SubmitAsync("/account/signin", ("Input.Mail", "anna@example.org"), ("Input.Password", Password));
        using var known = await device.SubmitAsync("/account/signin", ("Input.Mail", "anna@example.org"), ("Input.Password", Password));

        Assert.Equal(HttpStatusCode.TooManyRequests, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, known.StatusCode);
    }

    [Fact]
    public async Task AU_01_Ten_thousand_guesses_from_fifty_networks_let_nobody_in_and_keep_no_owner_out()
    {
        Assert.SkipUnless(LongRun.IsAsked, "Takes minutes: ./test.sh --long asks for it.");
        var owners = new List<Visitor>();
        for (var i = 0; i < 100; i++)
        {
            await MakeAsync($"runner{i}@example.org");
            var device = new Visitor(host, $"198.51.100.{i + 1}");
            using var signedIn = await device.SubmitAsync("/account/signin", ("Input.Mail", $"runner{i}@example.org"), ("Input.Password", Password));
            Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
            using var signedOut = await device.SubmitAsync("/account/signout");
            owners.Add(device);
        }

        var letIn = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 50), async (network, _) =>
        {
            using var guesser = new Visitor(host, $"203.0.113.{network}");
            var token = await guesser.TokenAsync("/account/signin");
            for (var guess = 0; guess < 200; guess++)
            {
                using var reply = await SignInAsync(guesser, token, $"runner{guess % 100}@example.org", $"guess {network} {guess}");
                Interlocked.Add(ref letIn, reply.StatusCode is HttpStatusCode.Redirect ? 1 : 0);
            }
        });
        var kept = 0;
        for (var i = 0; i < 100; i++)
        {
            using var back = await owners[i].SubmitAsync("/account/signin", ("Input.Mail", $"runner{i}@example.org"), ("Input.Password", Password));
            kept += back.StatusCode is HttpStatusCode.Redirect ? 0 : 1;
            owners[i].Dispose();
        }

        Assert.Equal((0, 0), (letIn, kept));
    }

    [Fact]
    public async Task AU_02_A_refused_sign_in_takes_the_same_time_for_known_and_unknown_addresses()
    {
        Assert.SkipUnless(LongRun.IsAsked, "Compares times, which wants a quiet machine: ./test.sh --long asks for it.");
        await using var real = new WebHost().With("Passwords:Rounds", "210000");
        await MakeAsync("anna@example.org", real);
        var (known, unknown) = (new List<double>(), new List<double>());
        for (var round = 0; round < 60; round++)
        {
            // Each pair from a network of its own, so that no pause comes between.
            using var guesser = new Visitor(real, $"203.0.113.{round}");
            var token = await guesser.TokenAsync("/account/signin");
            var order = round % 2 == 0
                ? new[] { (known, "anna@example.org"), (unknown, "nobody@example.org") }
                : [(unknown, "nobody@example.org"), (known, "anna@example.org")];
            foreach (var (times, mail) in order)
            {
                var begun = System.Diagnostics.Stopwatch.GetTimestamp();
                using var reply = await SignInAsync(guesser, token, mail, "a wrong guess");
                times.Add(System.Diagnostics.Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
        }

        var ratio = Median(known) / Median(unknown);
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"known {Median(known):F1} ms, unknown {Median(unknown):F1} ms, ratio {ratio:F3}"));
        Assert.InRange(ratio, 0.95, 1.05);

        static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
    }

    private async Task GuessAsync(string mail, string network, int times)
    {
        using var guesser = new Visitor(host, network);
        var token = await guesser.TokenAsync("/account/signin");
        for (var guess = 0; guess < times; guess++)
        {
            (await SignInAsync(guesser, token, mail, $"guess {guess}")).Dispose();
        }
    }

    private static Task<HttpResponseMessage> SignInAsync(Visitor visitor, string token, string mail, string password) =>
        visitor.PostAsync("/account/signin", token, ("Input.Mail", mail), ("Input.Password", password));

    private async Task MakeAsync(string mail, WebHost? where = null)
    {
        await using var scope = (where ?? host).Services.OfAll();
        Assert.NotNull((await scope.ServiceProvider.GetRequiredService<Accounts>().MakeAsync(new(mail, Password))).Made);
    }
}
