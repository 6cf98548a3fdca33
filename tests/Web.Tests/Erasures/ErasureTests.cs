using System.IO.Compression;
using NodaTime.Testing;
using System.Net;
using KneeLoad.Testing;
using KneeLoad.Web.Commands;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Erasures;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Tests.Exports;
using KneeLoad.Web.Tests.Features.Uploads;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KneeLoad.Web.Tests.Erasures;

/// <summary>"Erase my account": nothing is left, and nothing comes back.</summary>
public sealed class ErasureTests(RunningService service, SharedPostgreSql postgres) : IClassFixture<RunningService>, IDisposable
{
    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task PR_09_After_an_erasure_no_byte_of_the_data_folder_speaks_of_the_account()
    {
        var runner = await Markers.RunnerAsync(host);
        Assert.Contains("kneeload.db", string.Join(' ', Markers.FoundIn(host.Folder)), StringComparison.Ordinal);
        var uploads = await host.AskAsync(db => db.Uploads.Select(row => row.Id.ToString()).ToListAsync());
        await new TusClient(runner).CreateAsync("begun.zip", 100);

        using var reply = await EraseAsync(runner);
        var page = PlainPages.Plain(await reply.Content.ReadAsStringAsync());

        Assert.Empty(Markers.FoundIn(host.Folder, [runner.RunnerId.ToString(), runner.RunnerId.ToString("n"), .. uploads]));
        Assert.Empty(await RowsOfAsync(host, runner.RunnerId));
        Assert.Contains("Your account is erased", page, StringComparison.Ordinal);
        Assert.Contains("2 files, 2 activities, 1 diary entry and 1 weekly mail", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/settings", page, StringComparison.Ordinal);
        using var after = await runner.Http.GetAsync("/uploads/status");
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Fact]
    public async Task PR_09_After_an_erasure_no_table_of_PostgreSQL_speaks_of_the_account_the_engines_included()
    {
        await using var cluster = new WebHost()
            .With("Database:Provider", "PostgreSql")
            .With("Database:ConnectionString", await postgres.NewDatabaseAsync())
            .At(new FakeClock(MadeHistory.Now));
        var runner = await Markers.RunnerAsync(cluster);
        var keys = await cluster.AskAsync(db => db.Uploads.Select(row => row.Id.ToString()).ToListAsync());
        Assert.NotEmpty(await cluster.AskAsync(db => Markers.TablesWithAsync(db, keys)));

        (await EraseAsync(runner)).Dispose();

        Assert.Empty(await cluster.AskAsync(db => Markers.TablesWithAsync(db, [runner.RunnerId.ToString(), .. keys])));
        Assert.Empty(Markers.FoundIn(cluster.Folder, runner.RunnerId.ToString("n")));
    }

    [Fact]
    public async Task PR_09_An_erasure_leaves_others_as_they_were()
    {
        var other = await host.RunnerAsync("other");
        await other.UploadAndFinishAsync(MadeHistory.Files[0]);
        var before = await host.AskAsync(db => db.Runs.AsNoTracking().Select(run => run.Id + run.Metrics).ToListAsync());
        var runner = await Markers.RunnerAsync(host);

        (await EraseAsync(runner)).Dispose();

        Assert.Equal(before, await host.AskAsync(db => db.Runs.AsNoTracking().Select(run => run.Id + run.Metrics).ToListAsync()));
        using var status = await other.Http.GetAsync("/uploads/status");
        Assert.Equal(HttpStatusCode.OK, status.StatusCode);
        Assert.Single(Directory.GetFiles(Path.Combine(host.Folder, "originals"), "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("not this one", "true", "This is not your password.")]
    [InlineData(Exported.Password, "false", "Tick that you are sure.")]
    public async Task AU_08_An_erasure_asks_for_the_password_and_a_clear_word(string password, string sure, string sentence)
    {
        var runner = await host.RunnerAsync("a");

        using var reply = await runner.SubmitAsync("/your-data?handler=erase", ("password", password), ("sure", sure));

        Assert.Contains(sentence, PlainPages.Plain(await reply.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(1, await host.AskAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task The_owner_passes_the_ownership_on_first_unless_nobody_else_is_there()
    {
        var owner = await host.RunnerAsync("a", isOwner: true);
        var other = await host.RunnerAsync("b");

        using var refused = await EraseAsync(owner);
        Assert.Contains("Pass the ownership on first", PlainPages.Plain(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(2, await host.AskAsync(db => db.Users.CountAsync()));

        (await EraseAsync(other)).Dispose();
        using var alone = await EraseAsync(owner);
        Assert.Contains("Your account is erased", PlainPages.Plain(await alone.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(0, await host.AskAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task After_the_owner_who_was_alone_the_next_start_prints_a_word_for_a_new_one()
    {
        using var folder = new ScratchFolder();
        MigratedFolder.CopyTo(folder.Path);
        await using (var first = new WebHost(folder.Path))
        {
            (await EraseAsync(await first.RunnerAsync("a", isOwner: true))).Dispose();
        }

        await using var second = new WebHost(folder.Path);
        _ = second.Services;

        Assert.Contains("This installation has no owner yet", second.Console.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_in_hand_and_a_file_on_its_way_end_without_effect()
    {
        var runner = await host.RunnerAsync("a");
        await host.QueueAsync(runner, [.. MadeHistory.Files.Take(5).Select(file => file.Content)]);

        (await EraseAsync(runner)).Dispose();
        await using var scope = host.Services.OfAll();
        using var late = await scope.ServiceProvider
            .GetRequiredService<OriginalStore>()
            .ReceiveAsync(new MemoryStream(MadeHistory.Files[0].Content), CancellationToken.None);

        await Assert.ThrowsAsync<AccountGoneException>(() => scope.ServiceProvider
            .GetRequiredService<UploadRegister>()
            .RegisterAsync(runner.RunnerId, Guid.NewGuid(), "late.fit", late!, CancellationToken.None));
        Assert.Equal(0, await host.AskAsync(db => db.Work.CountAsync(row => row.RunnerId != null)));
        Assert.Empty(await RowsOfAsync(host, runner.RunnerId));
        Assert.Empty(Directory.GetFiles(Path.Combine(host.Folder, "originals"), "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task PR_09_A_restored_backup_does_not_revive_an_erased_account(string provider)
    {
        Assert.SkipUnless(provider is "Sqlite" || LongRun.IsAsked, "Backs up and restores a second database: ./test.sh --long asks for it.");
        string[] there = await DatabaseAsync(provider);
        Guid erased;
        await using (var before = On(there, Folder("there")))
        {
            var runner = await Markers.RunnerAsync(before);
            var other = await before.RunnerAsync("other");
            await other.UploadAndFinishAsync(MadeHistory.Files[0]);
            await before.UntilAsync(async db => !await db.Work.AnyAsync());
            Assert.Equal(CommandLine.Done, await RunAsync(["backup", "--to", Folder("backup"), "--data", Folder("there"), .. there]));
            (await EraseAsync(runner)).Dispose();
            erased = runner.RunnerId;
        }

        // The new folder has of the old one the list of erased accounts alone.
        Directory.CreateDirectory(Folder("here"));
        File.Copy(Path.Combine(Folder("there"), "kneeload.erased"), Path.Combine(Folder("here"), "kneeload.erased"));
        var here = await DatabaseAsync(provider);
        Assert.Equal(CommandLine.Done, await RunAsync(["restore", "--from", Folder("backup"), "--data", Folder("here"), .. here]));

        Assert.Empty(Markers.FoundIn(Folder("here"), erased.ToString("n")));
        await using var again = On(here, Folder("here"));
        Assert.Equal(["other@example.org"], await again.AskAsync(db => db.Users.Select(row => row.Email).ToListAsync()));
        Assert.Equal(1, await again.AskAsync(db => db.Runs.CountAsync()));
        Assert.Empty(await RowsOfAsync(again, erased));
    }

    [Fact]
    public async Task PR_09_A_data_folder_that_was_copied_back_by_hand_does_not_revive_an_erased_account_either()
    {
        await using (var before = new WebHost(Folder("data")))
        {
            var runner = await Markers.RunnerAsync(before);
            Assert.Equal(CommandLine.Done, await RunAsync("backup", "--to", Folder("backup"), "--data", Folder("data")));
            (await EraseAsync(runner)).Dispose();
        }

        await ZipFile.ExtractToDirectoryAsync(Folder("backup"), Folder("unpacked"), TestContext.Current.CancellationToken);
        File.Copy(Path.Combine(Folder("unpacked"), "database"), Path.Combine(Folder("data"), "kneeload.db"), overwrite: true);
        CopyFolder(Path.Combine(Folder("unpacked"), "originals"), Path.Combine(Folder("data"), "originals"));
        Assert.NotEmpty(Markers.FoundIn(Folder("data")));

        await using var again = new WebHost(Folder("data"));

        Assert.Equal(0, await again.AskAsync(db => db.Users.CountAsync()));
        Assert.Empty(Markers.FoundIn(Folder("data")));
    }

    [Fact]
    public async Task An_erasure_that_was_broken_off_is_brought_to_its_end()
    {
        var runner = await Markers.RunnerAsync(host);
        await using var scope = host.Services.OfAll();
        var (db, erased) = (scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>(), scope.ServiceProvider.GetRequiredService<ErasedAccounts>());
        // As far as a process came that died right after the first step.
        await erased.AddAsync(db, runner.RunnerId, CancellationToken.None);

        await scope.ServiceProvider.GetRequiredService<ErasureLook>().LookAsync(CancellationToken.None);

        Assert.Empty(Markers.FoundIn(host.Folder, runner.RunnerId.ToString("n")));
        Assert.Empty(await RowsOfAsync(host, runner.RunnerId));
    }

    internal static Task<HttpResponseMessage> EraseAsync(RunnerClient runner) =>
        runner.SubmitAsync("/your-data?handler=erase", ("password", Exported.Password), ("sure", "true"));

    // Every table that has a runner in it, the framework's included.
    private static Task<List<string>> RowsOfAsync(WebHost host, Guid runnerId) => host.AskAsync(async db =>
    {
        var found = new List<string>();
        foreach (var type in db.Model.GetEntityTypes())
        {
            foreach (var key in type.GetProperties().Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(Guid)))
            {
                var (table, column) = (type.GetTableName(), key.GetColumnName());
                var text = db.Database.IsSqlite() ? runnerId.ToString().ToUpperInvariant() : runnerId.ToString();
#pragma warning disable EF1002 // Names of the model.
                var sql = db.Database.IsSqlite()
                    ? $"SELECT count(*) AS \"Value\" FROM \"{table}\" WHERE \"{column}\" = '{text}'"
                    : $"SELECT count(*)::int AS \"Value\" FROM \"{table}\" WHERE \"{column}\" = '{text}'";
                if (await db.Database.SqlQueryRaw<int>(sql).SingleAsync() > 0)
                {
                    found.Add($"{table}.{column}");
                }
#pragma warning restore EF1002
            }
        }

        return found;
    });

    private static void CopyFolder(string from, string to)
    {
        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target, overwrite: true);
        }
    }

    private static WebHost On(string[] database, string folder)
    {
        var there = new WebHost(folder);
        for (var i = 0; i < database.Length; i += 2)
        {
            there.With(database[i][2..], database[i + 1]);
        }

        return there;
    }

    private static async Task<int> RunAsync(params string[] arguments)
    {
        using var said = new StringWriter();
        var code = await CommandLine.RunAsync(arguments, said, said);
        TestContext.Current.TestOutputHelper?.WriteLine(said.ToString());
        return code;
    }

    private string Folder(string name) => Path.Combine(scratch.Path, name);

    private async Task<string[]> DatabaseAsync(string provider) =>
        provider == "Sqlite" ? [] : ["--Database:Provider", provider, "--Database:ConnectionString", await postgres.NewDatabaseAsync()];
}
