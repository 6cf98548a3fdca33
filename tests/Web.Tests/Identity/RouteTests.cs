using NodaTime.Testing;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KneeLoad.Web.Tests.Identity;

/// <summary>
/// Every address times everybody who may ask for it: nobody, a runner without consent, another runner, the owner of the installation, and the runner
/// whose rows it shows.
/// </summary>
public sealed partial class RouteTests(RunningService service) : IClassFixture<RunningService>
{
    private const string Rules = "tests/Web.Tests/Identity/access.approved.txt";

    /// <summary>Tables that a page may write to as it is read: what was shown, and the sign-in that it was read with.</summary>
    private static readonly string[] WrittenByReading = [nameof(KneeLoadDbContext.ShownAssessments), nameof(KneeLoadDbContext.SignIns)];

    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));

    [Fact]
    public async Task AZ_01_AZ_02_AZ_03_AZ_04_AZ_11_AZ_12_PR_01_PR_11_WEB_05_WEB_06_Every_address_answers_everybody_by_its_rule()
    {
        var own = await host.RunnerWithHistoryAsync();
        var note = Guid.NewGuid();
        await host.AskAsync(db =>
        {
            db.DiaryNotes.Add(new() { Id = note, RunnerId = own.RunnerId, Day = new(2026, 5, 1), WorstPain = 5, SettledWithinHour = true });
            return db.SaveChangesAsync();
        });
        var run = await host.AskAsync(db => db.Runs
            .Where(row => row.IsRun)
            .OrderByDescending(row => row.Start)
            .Select(row => new { row.Id, row.UploadId, row.Upload.BatchId })
            .FirstAsync());
        var others = new (string Name, HttpClient Http, string? Token)[]
        {
            ("nobody", host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }), null),
            Named("without consent", await host.RunnerAsync("c", storing: false)),
            Named("another", await host.ConsentingRunnerAsync("b")),
            Named("the owner", await host.RunnerAsync("o", isOwner: true)),
        };
        var before = await RowsOfAsync(own.RunnerId);
        var routes = (await Routes.AllAsync(host))
            .Where(route => !route.IsFile())
            .OrderBy(route => route.RoutePattern.RawText, StringComparer.Ordinal)
            .ToList();

        var rules = new List<string>();
        foreach (var route in routes)
        {
            var id = IdFor(route, run.Id, run.UploadId, run.BatchId, note);
            foreach (var handler in route.Handlers("Get"))
            {
                var answers = new List<string>();
                foreach (var (name, http, _) in others.Append(Named("their own", own)))
                {
                    using var reply = await http.GetAsync(route.Address(id) + handler);
                    answers.Add($"{name} {(int)reply.StatusCode}");
                    if (http != own.Http)
                    {
                        await IsAsAbsentAsync(route, handler, http, reply);
                    }
                }

                rules.Add($"GET /{route.RoutePattern.RawText?.TrimStart('/')}{handler}: {string.Join(", ", answers)}");
            }
        }

        Assert.Equal(before, await RowsOfAsync(own.RunnerId));

        // Whoever signed out would be nobody from then on.
        foreach (var route in routes.OrderBy(route => route.RoutePattern.RawText is "account/signout"
            ? 1
            : route.RoutePattern.RawText is "account/signin"
            ? 2
            : 0))
        {
            var address = route.Address(IdFor(route, run.Id, run.UploadId, run.BatchId, note));
            foreach (var handler in route.Handlers("Post"))
            {
                // What is asked is who may, not how often.
                await host.AskAsync(db => db.RequestTallies.ExecuteDeleteAsync());
                var answers = new List<string>();
                foreach (var (name, http, token) in others)
                {
                    host.Callers.Move();
                    var words = token is null ? new[] { "" } : [" from another site", ""];
                    foreach (var from in words)
                    {
                        using var form = new HttpRequestMessage(HttpMethod.Post, address + handler)
                        {
                            Content = Form(own.RunnerId, run.Id, run.UploadId, run.BatchId, note),
                        };
                        if (from is "" && token is not null)
                        {
                            form.Headers.Add("RequestVerificationToken", token);
                        }

                        using var reply = await http.SendAsync(form);
                        answers.Add($"{name}{from} {(int)reply.StatusCode}");
                    }
                }

                rules.Add($"POST /{route.RoutePattern.RawText?.TrimStart('/')}{handler}: {string.Join(", ", answers)}");
            }
        }

        Assert.Equal(before, await RowsOfAsync(own.RunnerId));
        var text = string.Join('\n', rules.Distinct(StringComparer.Ordinal)) + "\n";
        Assert.Equal(Approved.Text(Rules, text), text);
    }

    [Fact]
    public async Task AZ_06_Without_a_runner_there_are_no_rows()
    {
        var own = await host.RunnerWithHistoryAsync();
        var other = await host.RunnerAsync("b");
        await host.AskAsync(db =>
        {
            db.Work.Add(new() { Kind = WorkKind.Map, Key = Guid.NewGuid(), Due = MadeHistory.Now + NodaTime.Duration.FromDays(900), Failed = true });
            return db.SaveChangesAsync();
        });

        await using var nobodys = host.Services.CreateAsyncScope();
        await using var others = host.Services.GetRequiredService<IServiceScopeFactory>().OfRunner(other.RunnerId);
        await using var owns = host.Services.GetRequiredService<IServiceScopeFactory>().OfRunner(own.RunnerId);

        Assert.Equal((0, 0, 0), await CountAsync(nobodys.ServiceProvider));
        Assert.Equal((0, 0, 0), await CountAsync(others.ServiceProvider));
        var (runs, weeks, work) = await CountAsync(owns.ServiceProvider);
        Assert.True(runs > 0 && weeks > 0 && work == 0, $"{runs} {weeks} {work}");
    }

    [Fact]
    public async Task AZ_06_Every_table_of_runners_has_the_filter_and_the_others_are_known()
    {
        await using var scope = host.Services.OfAll();
        var tables = scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>().Model.GetEntityTypes().ToList();

        var open = tables.Where(table => table.FindDeclaredQueryFilter(RowsInSight.Own) is null)
            .Select(table => table.GetTableName())
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

        // Accounts and what the framework keeps of them are asked for before anybody is signed in; the rest is nobody's.
        Assert.Equal(
            [
                "AspNetRoleClaims", "AspNetRoles", "AspNetUserClaims", "AspNetUserLogins", "AspNetUserPasskeys", "AspNetUserRoles",
                "AspNetUserTokens", "AspNetUsers",
                "Audits", "DataProtectionKeys", "Installation", "Maps", "RequestTallies",
            ],
            open);
    }

    // A row that is another's answers as one that never was.
    private static async Task IsAsAbsentAsync(RouteEndpoint route, string handler, HttpClient http, HttpResponseMessage reply)
    {
        if (!route.RoutePattern.Parameters.Any(parameter => parameter.Name is "id"))
        {
            return;
        }

        using var absent = await http.GetAsync(route.Address(Guid.NewGuid()) + handler);
        Assert.Equal(absent.StatusCode, reply.StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(await WordsAsync(absent), await WordsAsync(reply));
    }

    // Each reply has a number of its own, by which its lines are found in the log.
    private static async Task<string> WordsAsync(HttpResponseMessage reply) => TraceId().Replace(await reply.Content.ReadAsStringAsync(), "");

    private static (string Name, HttpClient Http, string? Token) Named(string name, RunnerClient runner) => (name, runner.Http, runner.Token);

    private static Guid IdFor(RouteEndpoint route, Guid run, Guid upload, Guid batch, Guid note) =>
        route.RoutePattern.RawText!.Contains("diary", StringComparison.Ordinal)
            ? note
            : route.RoutePattern.GetParameter("batch") is not null
            ? batch
            : route.RoutePattern.RawText.Contains("uploads", StringComparison.Ordinal)
            ? upload
            : run;

    // Whatever a form calls the row that it is about, it names one of the other runner's; and it asks for more than a form may.
    private static FormUrlEncodedContent Form(Guid runner, Guid run, Guid upload, Guid batch, Guid note) => new(
    [
        new("id", run.ToString()), new("run", run.ToString()), new("runs", run.ToString()), new("Input.Runs", run.ToString()), new("upload", upload.ToString()),
        new("batch", batch.ToString()),
        new("note", note.ToString()),
        new("key", upload.ToString()),
        new("map", run.ToString()),
        new("way", "1"),
        new("kind", "import"),
        new("RunnerId", runner.ToString()), new("Input.RunnerId", runner.ToString()), new("IsOwner", "true"), new("Input.IsOwner", "true"),
    ]);

    private static async Task<(int Runs, int Weeks, int Work)> CountAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<KneeLoadDbContext>();
        return (await db.AllRuns.CountAsync(), await db.Weeks.CountAsync(), await db.Work.CountAsync());
    }

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex TraceId();

    /// <summary>All rows of a runner, as text; also their own, without the moment of their next mail, which time alone moves.</summary>
    private Task<string> RowsOfAsync(Guid runnerId) => host.AskAsync(async db =>
    {
        var tables = db.Model.GetEntityTypes().Where(table => table.FindProperty(nameof(Run.RunnerId)) is not null).Select(table => table.GetTableName()!)
            .Except(WrittenByReading, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(table => (table, nameof(Run.RunnerId)));
        var text = new StringBuilder();
        await db.Database.OpenConnectionAsync();
        foreach (var (table, key) in tables.Append(("AspNetUsers", "Id")))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\" WHERE \"{key}\" = '{runnerId.ToString().ToUpperInvariant()}' ORDER BY 1, 2, 3";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                var cells = Enumerable.Range(0, rows.FieldCount).Where(column => rows.GetName(column) is not nameof(Runner.MailDue))
                    .Select(column => rows.GetValue(column) is byte[] bytes ? Convert.ToHexString(SHA256.HashData(bytes)) : rows.GetValue(column));
                text.Append(table).Append(": ").AppendJoin(", ", cells).Append('\n');
            }
        }

        return text.ToString();
    });
}
