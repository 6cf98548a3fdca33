using System.Net.Sockets;
using KneeLoad.Web.Data;
using KneeLoad.Web.Work.Looks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace KneeLoad.Web.Tests.Work;

public sealed class TimetableTests
{
    [Fact]
    public async Task A_database_that_is_away_is_one_line_a_look_and_another_fault_its_stack()
    {
        var log = new Lines();
        await using var services = new ServiceCollection().AddScoped(_ => new RowsInSight(() => null)).BuildServiceProvider();
        LookRegistration[] looks =
        [
            new("Away", Rhythm.Hour, _ => throw new InvalidOperationException("outer", new NpgsqlException("gone", new SocketException()))),
            new("Broken", Rhythm.Hour, _ => throw new InvalidOperationException("a bug")),
        ];
        using var timetable = new Timetable(looks, services.GetRequiredService<IServiceScopeFactory>(), log);

        await timetable.LookAsync(Rhythm.Hour, TestContext.Current.CancellationToken);

        Assert.Equal((LogLevel.Warning, false), log.Said["Away"]);
        Assert.Equal((LogLevel.Error, true), log.Said["Broken"]);
    }

    private sealed class Lines : ILogger<Timetable>
    {
        public Dictionary<string, (LogLevel Level, bool HasStack)> Said { get; } = new(StringComparer.Ordinal);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Said.Add(formatter(state, exception).Split(' ')[0], (logLevel, exception is not null));
        }
    }
}
