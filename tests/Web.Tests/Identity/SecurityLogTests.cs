using NodaTime.Testing;
using System.Collections.Concurrent;
using System.Globalization;
using KneeLoad.Testing;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace KneeLoad.Web.Tests.Identity;

public sealed class SecurityLogTests
{
    [Fact]
    public async Task OPS_06_Sign_ins_failures_and_changes_stand_in_the_log_by_key_and_without_an_address()
    {
        using var log = new Lines();
        await using var host = new WebHost().At(new FakeClock(MadeHistory.Now)).With($"Logging:LogLevel:{typeof(SecurityLog).FullName}", "Information").Logging(log);
        var anna = await host.RunnerAsync("anna");
        using var visitor = new Visitor(host);

        using var wrong = await visitor.SubmitAsync("/account/signin", ("Input.Mail", "anna@example.org"), ("Input.Password", "a wrong guess"));
        using var unknown = await visitor.SubmitAsync("/account/signin", ("Input.Mail", "nobody@example.org"), ("Input.Password", "a wrong guess"));
        using var right = await visitor.SubmitAsync("/account/signin", ("Input.Mail", "anna@example.org"), ("Input.Password", "correct horse battery"));
        using var changed = await visitor.SubmitAsync("/account/password", ("Input.Current", "correct horse battery"), ("Input.Next", "rain over the hills"));

        string[] expected = [$"Account {anna.RunnerId}: sign-in failed", "No account: sign-in failed", $"Account {anna.RunnerId}: signed in", $"Account {anna.RunnerId}: password changed"];
        Assert.All(expected, line => Assert.Contains(log.All, written => written.StartsWith(line, StringComparison.Ordinal)));
        Assert.All(log.All, written => Assert.Matches("\\(request \\S+\\)\\.$", written));
        Assert.DoesNotContain(log.All, written => written.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public void OPS_06_The_log_of_the_console_has_its_times_in_UTC()
    {
        using var host = new WebHost();

        var console = host.Services.GetRequiredService<IOptionsMonitor<SimpleConsoleFormatterOptions>>().CurrentValue;

        Assert.True(console.UseUtcTimestamp);
        Assert.Equal("2026-05-01T12:00:00.000Z ", new DateTime(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc).ToString(console.TimestampFormat, CultureInfo.InvariantCulture));
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> all = new();

        public IReadOnlyCollection<string> All => all;

        public ILogger CreateLogger(string categoryName) => categoryName == typeof(SecurityLog).FullName ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => all.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
