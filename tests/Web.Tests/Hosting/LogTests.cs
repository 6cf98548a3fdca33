using System.Collections.Concurrent;
using KneeLoad.Web.Mailing;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Features.WeeklyMail;
using KneeLoad.Web.Tests.Features.Api;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>The log holds nothing of a runner, even when everything is written into it.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task PR_06_OPS_05_WEB_15_No_token_stands_in_the_log_at_any_level_and_no_line_is_forged()
    {
        using var log = new Reader();
        await using var host = new WebHost()
            .Logging(log)
            .With("Logging:LogLevel:Default", "Trace")
            .With("Logging:LogLevel:Microsoft", "Trace")
            .With("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Warning");
        var runner = await host.RunnerAsync("runner");
        var tokens = new List<string>();
        await using (var scope = host.Services.OfAll())
        {
            foreach (var purpose in new[] { MailTokenPurpose.Unsubscribe, MailTokenPurpose.ConfirmAddress, MailTokenPurpose.PainEntry })
            {
                tokens.Add(await scope.ServiceProvider
                    .GetRequiredService<MailTokens>()
                    .MintAsync(runner.RunnerId, purpose, new LocalDate(2026, 11, 15), CancellationToken.None));
            }

            await scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>().SaveChangesAsync();
        }

        using var stranger = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        foreach (var address in new[]
        {
            $"/mail/unsubscribe/{tokens[0]}", $"/mail/confirm/{tokens[1]}", $"/mail/pain/{tokens[2]}", $"/nothing?token={tokens[0]}"
        })
        {
            using var looked = await stranger.GetAsync(address);
            using var acted = await stranger.PostAsync(address, new FormUrlEncodedContent([new("WorstPain", "3"), new("settled", "true")]));
        }

        using var program = await ApiClient.OfAsync(host, runner.RunnerId);
        tokens.Add(program.Token);
        foreach (var address in new[] { "/api/v1/batches", $"/api/v1/batches?after={program.Token}", $"/api/v1/{program.Token}" })
        {
            using var asked = await program.Http.GetAsync(address);
        }

        using var forging = new HttpRequestMessage(HttpMethod.Get, "/runs%0d%0aforged-line%1b[31m");
        forging.Headers.TryAddWithoutValidation("User-Agent", "forged-agent\u001b[31m");
        using var forged = await stranger.SendAsync(forging);

        Assert.Contains(log.Lines, line => line.Contains("/mail/pain/[token]", StringComparison.Ordinal));
        Assert.All(tokens, token => Assert.DoesNotContain(log.Lines, line => line.Contains(token, StringComparison.Ordinal)));
        Assert.DoesNotContain(log.Lines, line => line.Contains('\r', StringComparison.Ordinal) || line.Contains('\u001b', StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("runner@example.org", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task PR_06_No_token_of_any_route_stands_in_the_log_at_any_level()
    {
        using var log = new Reader();
        await using var host = new WebHost().Logging(log).With("Logging:LogLevel:Default", "Trace").With("Logging:LogLevel:Microsoft", "Trace");
        using var stranger = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var routes = (await Routes.AllAsync(host))
            .Where(route => route.RoutePattern.GetParameter("token") is not null)
            .Select(route => route.RoutePattern.RawText!)
            .Distinct()
            .ToList();
        // One of a real length, one of capitals with a sign that is written with its number, and one that is too short to be known by its length.
        string[] tokens = ["pLanted-T0ken_of-43-letters-as-a-real-one-iS", "PLANTED%54OKENOFMANYCAPITALLETTERSONLYWHICHISLONG", "pLanted7"];
        Assert.True(routes.Count >= 9, string.Join('\n', routes));
        foreach (var address in routes.SelectMany(route => tokens.Select(token => route.Replace("{token?}", token, StringComparison.Ordinal)
            .Replace("{token}", token, StringComparison.Ordinal))))
        {
            using var looked = await stranger.GetAsync(new Uri(address, UriKind.Relative));
            using var acted = await stranger.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent([new("settled", "true")]));
        }

        Assert.Contains(log.Lines, line => line.Contains("/account/reset/[token]", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("planted", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task An_address_that_is_made_of_a_page_keeps_its_token_letter_for_letter()
    {
        const string Token = "MiXed_Case-Token";
        await using var host = new WebHost();
        var links = host.Services.GetRequiredService<LinkGenerator>();
        var pages = (await Routes.AllAsync(host)).Where(route => route.RoutePattern.GetParameter("token") is not null)
            .Select(route => route.Metadata.GetMetadata<PageActionDescriptor>()!.ViewEnginePath).Distinct().ToList();

        Assert.True(pages.Count >= 9, string.Join('\n', pages));
        Assert.All(pages, page => Assert.EndsWith("/" + Token, links.GetPathByPage(page, values: new { token = Token }), StringComparison.Ordinal));
    }

    /// <summary>Every line and every scope as a text.</summary>
    private sealed class Reader : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception} {string.Join(' ', state as IEnumerable<KeyValuePair<string, object?>> ?? [])}");

        public void Dispose()
        {
        }
    }
}
