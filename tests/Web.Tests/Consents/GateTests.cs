using System.Net;
using System.Reflection;
using KneeLoad.Testing;
using KneeLoad.Web.Consents;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Features.Api;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Work;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Consents;

/// <summary>Every address and every kind of work, for runners with and without consents.</summary>
public sealed class GateTests(RunningService service) : IClassFixture<RunningService>
{
    private static readonly string[] HealthMarks = ["Heart rate</", "5 of 10", "knee-km"];
    private static readonly string[] ScoreMarks = ["id=\"score-title\"", "\"ModelVersion\""];
    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));

    [Fact]
    public async Task Every_address_says_how_it_stands_to_health_data()
    {
        var lines = new List<string>();
        foreach (var endpoint in (await Routes.AllAsync(host)).Where(route => !route.IsFile()))
        {
            var rule = endpoint.Metadata.GetMetadata<NeedsScoringAttribute>() is not null ? "scoring"
                : endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "anybody"
                : endpoint.Metadata.GetMetadata<WithoutHealthDataAttribute>() is not null ? "no health data" : "storing";
            lines.Add($"{rule}: {endpoint.Method()}/{endpoint.RoutePattern.RawText?.TrimStart('/')}");
        }

        var path = "tests/Web.Tests/Consents/routes.approved.txt";
        var text = string.Join('\n', lines.Distinct().Order(StringComparer.Ordinal)) + "\n";
        Assert.Equal(Approved.Text(path, text), text);
    }

    [Theory]
    [InlineData("without")]
    [InlineData("withdrawn")]
    [InlineData("scoring withdrawn")]
    [InlineData("both")]
    public async Task PR_07_No_address_answers_with_a_health_value_that_its_runner_did_not_agree_to(string agreed)
    {
        var runner = await host.RunnerWithHistoryAsync();
        var run = await host.AskAsync(db => db.Runs.OrderByDescending(row => row.Start).Select(row => row.Id).FirstAsync());
        var note = Guid.NewGuid();
        await host.AskAsync(db =>
        {
            db.DiaryNotes.Add(new() { Id = note, RunnerId = runner.RunnerId, Day = new(2026, 5, 1), WorstPain = 5, SettledWithinHour = true });
            return db.SaveChangesAsync();
        });
        await runner.ReadAsync("/");
        var upload = await host.AskAsync(db => db.Uploads.Select(row => row.Id).FirstAsync());
        await StandAsync(runner, agreed);
        using var program = await ApiClient.OfAsync(host, runner.RunnerId);
        var processing = await host.AskAsync(async db => (await db.Users.AsNoTracking().SingleAsync()).Processing);

        var answered = 0;
        var shown = new HashSet<string>();
        foreach (var endpoint in (await Routes.AllAsync(host)).Where(IsRead))
        {
            var id = endpoint.RoutePattern.RawText!.Contains("diary", StringComparison.Ordinal)
                ? note
                : endpoint.RoutePattern.RawText.Contains("uploads", StringComparison.Ordinal)
                ? upload
                : run;
            foreach (var address in endpoint.Handlers("Get").Prepend("").Distinct().Select(handler => endpoint.Address(id) + handler))
            {
                using var reply = await (IsOfApi(endpoint) ? program.Http : runner.Http).GetAsync(address);
                var isOpen = ProcessingGate.Allows(endpoint, processing);
                Assert.True(isOpen ? (int)reply.StatusCode < 500 : reply.StatusCode is HttpStatusCode.Forbidden, $"{address}: {reply.StatusCode}");
                var text = await reply.Content.ReadAsStringAsync();
                if (!IsForAll(endpoint) && !address.EndsWith("original", StringComparison.Ordinal))
                {
                    shown.UnionWith(HealthMarks.Concat(ScoreMarks).Where(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase)));
                }

                answered++;
            }
        }

        Assert.True(answered > 15, $"{answered}");
        Assert.Equal(processing.Stores ? HealthMarks : [], HealthMarks.Where(shown.Contains));
        Assert.Equal(processing.Scores ? ScoreMarks : [], ScoreMarks.Where(shown.Contains));
        Assert.Equal(processing.Stores, await host.AskAsync(db => db.Runs.AnyAsync()));
        Assert.Equal(processing.Scores, await host.AskAsync(db => db.ShownAssessments.AnyAsync()));
    }

    [Theory]
    [InlineData("without")]
    [InlineData("withdrawn")]
    [InlineData("both")]
    public async Task PR_07_No_post_stores_health_data_that_its_runner_did_not_agree_to(string agreed)
    {
        var runner = await host.RunnerWithHistoryAsync();
        var id = await host.AskAsync(db => db.Runs.OrderByDescending(row => row.Start).Select(row => row.Id).FirstAsync());
        await StandAsync(runner, agreed);
        using var program = await ApiClient.OfAsync(host, runner.RunnerId);
        var processing = await host.AskAsync(async db => (await db.Users.AsNoTracking().SingleAsync()).Processing);

        var posted = new List<string>();
        foreach (var endpoint in (await Routes.AllAsync(host)).Where(endpoint => endpoint.Method() is "" or "POST"
            && !endpoint.RoutePattern.RawText!.Contains("account/sign", StringComparison.Ordinal)))
        {
            foreach (var address in endpoint.Handlers("POST").Select(handler => endpoint.Address(id) + handler))
            {
                using var reply = await (IsOfApi(endpoint)
                    ? program.Http.PostAsync(address, null)
                    : runner.SubmitAsync(address, Everything(id)));
                Assert.True(
                    IsOwners(endpoint) || ProcessingGate.Allows(endpoint, processing) == reply.StatusCode is not HttpStatusCode.Forbidden,
                    $"{address}: {reply.StatusCode} {reply.Headers.Location}");
                posted.Add(address);
            }
        }

        Assert.True(posted.Count > 20, string.Join('\n', posted));
        if (!processing.Stores)
        {
            var row = await host.AskAsync(db => db.Users.AsNoTracking().SingleAsync());
            Assert.Equal(
                (null, null, null, null, null, false),
                (row.KneeInjury, row.OtherInjury, row.ToldHeelStrike, row.BirthYear, row.LongestBeforeMetres, row.Paused));
            Assert.Equal((0, 0, 0, 0, 0), await host.AskAsync(async db =>
                (
                    await db.DiaryNotes.CountAsync(),
                    await db.AllRuns.CountAsync(),
                    await db.WayCorrections.CountAsync(),
                    await db.RunCorrections.CountAsync(),
                    await db.ShownAssessments.CountAsync())));
        }
    }

    [Fact]
    public async Task No_kind_of_work_derives_anything_for_a_runner_without_consent()
    {
        var runner = await host.RunnerAsync("a", storing: false);
        await runner.UploadAndFinishAsync(MadeHistory.Files[0]);
        var upload = await host.AskAsync(db => db.Uploads.Select(row => row.Id).SingleAsync());
        // As a restored database could have it: the file counts as one that waits, or was read.
        foreach (var state in new[] { UploadState.Received, UploadState.Done })
        {
            foreach (var kind in Kinds())
            {
                await host.AskAsync(async db =>
                {
                    await db.Uploads.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state));
                    await db.Work.ExecuteDeleteAsync();
                    var key = kind is WorkKind.Consent ? runner.RunnerId : upload;
                    Guid? whose = kind is WorkKind.Map or WorkKind.SurfaceRound ? null : runner.RunnerId;
                    // Given to this fact, and not to the engine.
                    var item = WorkList.RowOf(
                        kind, key, whose, WorkRank.People, MachineTime.Own.Now, kind is WorkKind.WeeklyLoad ? "{\"State\":\"Done\"}" : null);
                    item.HandedOver = MachineTime.Own.Now;
                    db.Work.Add(item);
                    return await db.SaveChangesAsync();
                });
                await using var scope = host.Services.OfAll();
                await scope.ServiceProvider
                    .GetRequiredService<WorkTurn>()
                    .RunAsync(kind, kind is WorkKind.Consent ? runner.RunnerId : upload, CancellationToken.None);

                Assert.Equal(0, await host.AskAsync(db => db.AllRuns.CountAsync()));
                Assert.Equal(0, await host.AskAsync(db => db.Weeks.CountAsync()));
                Assert.Equal(0, await host.AskAsync(db => db.ShownAssessments.CountAsync()));
            }
        }
    }

    private async Task StandAsync(RunnerClient runner, string agreed)
    {
        switch (agreed)
        {
            case "without":
                // As a runner of an earlier version, who was not asked.
                await host.AskAsync(db => db.Consents.ExecuteDeleteAsync());
                await host.AskAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(row => row.StoringConsent, (NodaTime.Instant?)null)
                    .SetProperty(row => row.ScoringConsent, (NodaTime.Instant?)null)));
                await host.UntilAsync(async db => !await db.Runs.AnyAsync() && !await db.ShownAssessments.AnyAsync());
                break;
            case "withdrawn":
                (await runner.SubmitAsync("/settings?handler=consent", ("storing", "false"))).Dispose();
                await host.UntilAsync(async db => !await db.Runs.AnyAsync() && !await db.DiaryNotes.AnyAsync());
                break;
            case "scoring withdrawn":
                (await runner.SubmitAsync("/settings?handler=consent", ("scoring", "false"))).Dispose();
                await host.UntilAsync(async db => !await db.ShownAssessments.AnyAsync());
                break;
        }
    }

    private static IEnumerable<string> Kinds() => typeof(WorkKind).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (string)field.GetRawConstantValue()!);

    private static bool IsOfApi(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal);

    // The page of the causes and that of the method say the same to everybody.
    private static bool IsForAll(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null && ((RouteEndpoint)endpoint).RoutePattern.RawText is not "";

    private static bool IsRead(RouteEndpoint endpoint) =>
        endpoint.Method() is "" or "GET" && !endpoint.IsFile() && !endpoint.RoutePattern.RawText!.Contains("{**", StringComparison.Ordinal);

    private static bool IsOwners(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("admin", StringComparison.Ordinal);

    // What any form of the pages asks for, all at once.
    private static (string, string)[] Everything(Guid id) =>
    [
        ("Input.Day", "2026-05-01"),
        ("Input.WorstPain", "5"),
        ("Input.SettledWithinHour", "true"),
        ("Input.Signs.Injured", "true"),
        ("Input.Signs.Pausing", "true"),
        ("Input.Side", "Left"),
        ("Input.KneeInjury", "2026-03-01"),
        ("Input.OtherInjury", "2026-03-01"),
        ("Input.BirthYear", "1980"),
        ("Input.LongestBefore", "12"),
        ("Input.LongestIn", "Metric"),
        ("Input.FootStrike", "Heel"),
        ("Input.FootStrikeOn", "2026-03-01"),
        ("Input.Units", "Metric"),
        ("Input.WeekStart", "Monday"),
        ("Input.TimeZone", "UTC"),
        ("Input.MailDay", "Monday"),
        ("Input.MailHour", "7"),
        ("Input.Distance", "5"),
        ("Input.Minutes", "30"),
        ("Input.Time", "07:00"),
        ("day", "2026-05-01"),
        ("time", "07:00"),
        ("distance", "5"),
        ("minutes", "30"),
        ("paused", "true"),
        ("WorstPain", "5"),
        ("Injured", "true"),
        ("Pausing", "true"),
        ("Flags", "Locking"),
        ("kind", "Run"),
        ("way", "17"),
        ("surface", "Gravel"),
        ("run", id.ToString()),
        ("runs", id.ToString()),
        ("areOne", "true"),
    ];
}
