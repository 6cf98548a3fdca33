using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using KneeLoad.Testing;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Identity;

public sealed class SecurityLogTests
{
    [Fact]
    public async Task OPS_06_Sign_ins_failures_and_changes_stand_in_the_log_by_key_and_without_an_address()
    {
        using var log = new Lines();
        await using var host = new WebHost()
            .At(new FakeClock(MadeHistory.Now))
            .With($"Logging:LogLevel:{typeof(SecurityLog).FullName}", "Information")
            .Logging(log);
        var anna = await host.RunnerAsync("anna");
        using var visitor = new Visitor(host);

        using var wrong = await visitor.SubmitAsync("/account/signin", ("Input.Mail", "anna@example.org"), ("Input.Password", "a wrong guess"));
        using var unknown = await visitor.SubmitAsync("/account/signin", ("Input.Mail", "nobody@example.org"), ("Input.Password", "a wrong guess"));
        using var right = await visitor.SubmitAsync("/account/signin", ("Input.Mail", "anna@example.org"), ("Input.Password", "correct horse battery"));
        using var changed = await visitor.SubmitAsync("/account/password", ("Input.Current", "correct horse battery"), ("Input.Next", "rain over the hills"));

        string[] expected =
        [
            $"Account {anna.RunnerId}: SignInFailed",
            "No account: SignInFailed",
            $"Account {anna.RunnerId}: SignedIn",
            $"Account {anna.RunnerId}: PasswordChanged",
        ];
        Assert.All(expected, line => Assert.Contains(log.All, written => written.StartsWith(line, StringComparison.Ordinal)));
        Assert.All(log.All, written => Assert.Matches("\\(request \\S+\\)\\.$", written));
        Assert.DoesNotContain(log.All, written => written.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public async Task OPS_06_The_owner_reads_who_did_what_and_when_and_that_the_owner_read_it()
    {
        await using var host = new WebHost().At(new FakeClock(MadeHistory.Now));
        var (owner, anna, bert) = (await host.RunnerAsync("owner", isOwner: true), await host.RunnerAsync("anna"), await host.RunnerAsync("bert"));
        using var visitor = new Visitor(host);

        (await visitor.SubmitAsync("/account/signin", ("Input.Mail", "anna@example.org"), ("Input.Password", "correct horse battery"))).Dispose();
        (await anna.SubmitAsync("/your-data?handler=export", ("password", "correct horse battery"))).Dispose();
        (await owner.SubmitAsync("/admin/people?handler=reset", ("id", anna.RunnerId.ToString()))).Dispose();
        (await bert.SubmitAsync("/your-data?handler=erase", ("password", "correct horse battery"), ("sure", "true"))).Dispose();
        var page = await owner.ReadAsync("/admin/trail");
        using var others = await anna.Http.GetAsync("/admin/trail");

        var trail = await host.AskAsync(db => db.Trail
            .OrderBy(row => row.Id)
            .Select(row => new { row.Act, row.By, row.RunnerId, row.Moment, row.Request })
            .ToListAsync());
        Assert.Equal(
            [
                (TrailAct.SignedIn, TrailActor.Account, anna.RunnerId),
                (TrailAct.Exported, TrailActor.Account, anna.RunnerId),
                (TrailAct.Read, TrailActor.Owner, owner.RunnerId),
                (TrailAct.ResetMade, TrailActor.Owner, anna.RunnerId), (TrailAct.Erased, TrailActor.Account, (Guid?)null),
            ],
            trail.Select(row => (row.Act, row.By, row.RunnerId))
                .OrderBy(row => Array.IndexOf([TrailAct.SignedIn, TrailAct.Exported, TrailAct.Read, TrailAct.ResetMade, TrailAct.Erased], row.Act)));
        Assert.All(trail, row => Assert.Equal((MadeHistory.Now, true), (row.Moment, row.Request.Length > 0)));
        Assert.Equal(HttpStatusCode.NotFound, others.StatusCode);
        Assert.Contains("Link to a new password made", page, StringComparison.Ordinal);
        Assert.Matches("by the owner[^@]*anna@example.org", page);
        Assert.DoesNotContain("bert", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OPS_06_Every_act_has_words_and_the_trail_is_shown_a_page_at_a_time()
    {
        await using var host = new WebHost().At(new FakeClock(MadeHistory.Now));
        var owner = await host.RunnerAsync("owner", isOwner: true);
        var acts = from act in Enum.GetValues<TrailAct>()
                   from actor in Enum.GetValues<TrailActor>()
                   from time in Enumerable.Range(
            0, 3)
                   select (act, actor, time);
        await host.AskAsync(db =>
        {
            db.Trail.AddRange(acts.Select(made => new TrailEntry
            {
                Id = Guid.CreateVersion7(),
                Act = made.act,
                By = made.actor,
                Moment = MadeHistory.Now - Duration.FromMinutes(made.time),
                RunnerId = owner.RunnerId,
            }));
            return db.SaveChangesAsync();
        });

        var pages = new List<string>();
        for (var page = 1; page <= 3; page++)
        {
            pages.Add(await owner.ReadAsync($"/admin/trail?p={page}"));
        }

        Assert.All(pages, page => Assert.InRange(page.Split("owner@example.org").Length - 1, 1, 101));
        Assert.All(pages, page => Assert.Contains("of 3", page, StringComparison.Ordinal));
    }

    [Fact]
    public void OPS_06_The_log_of_the_console_has_its_times_in_UTC()
    {
        using var host = new WebHost();

        var console = host.Services.GetRequiredService<IOptionsMonitor<SimpleConsoleFormatterOptions>>().CurrentValue;

        Assert.True(console.UseUtcTimestamp);
        Assert.Equal(
            "2026-05-01T12:00:00.000Z ", new DateTime(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc).ToString(console.TimestampFormat, CultureInfo.InvariantCulture));
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> all = new();

        public IReadOnlyCollection<string> All => all;

        public ILogger CreateLogger(string categoryName) =>
            categoryName == typeof(SecurityLog).FullName ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            all.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
