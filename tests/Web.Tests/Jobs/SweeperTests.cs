using System.Net.Sockets;
using KneeLoad.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace KneeLoad.Web.Tests.Jobs;

public sealed class SweeperTests
{
    [Fact]
    public async Task A_database_that_is_away_is_one_line_a_look_and_another_fault_its_stack()
    {
        var log = new Lines();
        await using var services = new ServiceCollection().BuildServiceProvider();
        SweepRegistration[] sweeps =
        [
            new("Away", TimeSpan.FromDays(1), _ => throw new InvalidOperationException("outer", new NpgsqlException("gone", new SocketException()))),
            new("Broken", TimeSpan.FromDays(1), _ => throw new InvalidOperationException("a bug")),
        ];
        using var sweeper = new Sweeper(sweeps, services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System, log);

        await sweeper.StartAsync(TestContext.Current.CancellationToken);
        await log.Two.Task.WaitAsync(TestContext.Current.CancellationToken);
        await sweeper.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal((LogLevel.Warning, false), log.Said["Away"]);
        Assert.Equal((LogLevel.Error, true), log.Said["Broken"]);
    }

    private sealed class Lines : ILogger<Sweeper>
    {
        public TaskCompletionSource Two { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Dictionary<string, (LogLevel Level, bool HasStack)> Said { get; } = new(StringComparer.Ordinal);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Said)
            {
                Said.Add(formatter(state, exception).Split(' ')[0], (logLevel, exception is not null));
                if (Said.Count == 2)
                {
                    Two.SetResult();
                }
            }
        }
    }
}
