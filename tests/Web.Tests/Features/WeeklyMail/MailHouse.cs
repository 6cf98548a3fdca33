using KneeLoad.Testing;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Email;
using KneeLoad.Web.Features.WeeklyMail.Times;
using KneeLoad.Web.Features.WeeklyMail;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Mailing;
using KneeLoad.Web.Words;
using KneeLoad.Web.Work;
using KneeLoad.Web.Work.Engine;
using KneeLoad.Web.Work.Looks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime.Testing;
using NodaTime;
using MailRow = KneeLoad.Web.Data.Entities.WeeklyMail;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

/// <summary>
/// The weekly mail on a real database, at a stopped clock, which its work goes by too. The engine stands still: a test sweeps when it wants to.
/// </summary>
internal sealed class MailHouse : IAsyncDisposable
{
    private static readonly SemaphoreSlim Migrating = new(1);
    private static byte[]? migrated;

    private readonly WebApplication app;
    private readonly DirectoryInfo folder;

    private MailHouse(WebApplication app, DirectoryInfo folder, FakeClock clock) => (this.app, this.folder, Clock) = (app, folder, clock);

    public FakeClock Clock { get; }

    /// <summary>The data folder, which another process may work in.</summary>
    public string Folder => folder.FullName;

    private string Database => app.Services.GetRequiredService<DataFolder>().Database;

    public static async Task<MailHouse> OpenAsync(Instant now, MailServer? server = null, params KeyValuePair<string, string?>[] settings)
    {
        var house = Build(now, server, settings);
        await File.WriteAllBytesAsync(house.Database, await MigratedAsync());
        return house;
    }

    /// <summary>A runner who joined a year ago, confirmed the address and wants the mail.</summary>
    public async Task<Guid> AddRunnerAsync(
        string zone = "Europe/Berlin", IsoDayOfWeek day = IsoDayOfWeek.Monday, int hour = 7, string name = "runner", Action<Runner>? change = null)
    {
        var joined = Clock.GetCurrentInstant() - Duration.FromDays(365);
        var runner = new Runner
        {
            Id = Guid.NewGuid(),
            UserName = $"{name}@example.org",
            Email = $"{name}@example.org",
            TimeZone = zone,
            MailDay = day,
            MailHour = hour,
            Created = joined,
            StoringConsent = joined,
            ScoringConsent = joined,
            EmailConfirmed = true,
        };
        change?.Invoke(runner);
        await UseAsync(async db =>
        {
            db.Users.Add(runner);
            await db.SaveChangesAsync();
            return 0;
        });
        return runner.Id;
    }

    /// <summary>Runs of 5 km, as the pipeline stores them.</summary>
    public Task AddRunsAsync(Guid runnerId, params IReadOnlyList<LocalDate> days) => UseAsync(async db =>
    {
        foreach (var day in days)
        {
            var run = Letters.Run(day, 5);
            var upload = new Upload
            {
                Id = Guid.NewGuid(),
                RunnerId = runnerId,
                ContentHash = $"{Guid.NewGuid():n}",
                State = UploadState.Done,
                Received = Clock.GetCurrentInstant(),
            };
            db.Uploads.Add(upload);
            db.Runs.Add(new()
            {
                Id = Guid.NewGuid(),
                RunnerId = runnerId,
                UploadId = upload.Id,
                Start = run.Metrics.Start,
                End = run.Metrics.Start + run.Metrics.Elapsed,
                LocalDate = day,
                IsRun = true,
                Metrics = StoredJson.Write(run.Metrics),
                Load = StoredJson.Write(run.Load),
            });
        }

        return await db.SaveChangesAsync();
    });

    public Task ChangeAsync(Guid runnerId, Action<Runner> change) => UseAsync(async db =>
    {
        change(await db.Users.SingleAsync(runner => runner.Id == runnerId));
        return await db.SaveChangesAsync();
    });

    public async Task ChangeAsync(string name, Action<Runner> change) =>
        await ChangeAsync(
            await UseAsync(db => db.Users.Where(runner => runner.Email == $"{name}@example.org").Select(runner => runner.Id).SingleAsync()), change);

    public async Task<T> UseAsync<T>(Func<KneeLoadDbContext, Task<T>> work)
    {
        await using var scope = app.Services.OfAll();
        return await work(scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>());
    }

    /// <summary>Looks who is to get a mail, and works on all that is due.</summary>
    public async Task SweepAsync()
    {
        await LookAsync<WeeklyMailLook>();
        await WorkAsync();
    }

    /// <summary>Has those asked for their confirmation who have not been, and works on all that is due.</summary>
    public async Task AskForConfirmationAsync()
    {
        await LookAsync<ConfirmationLook>();
        await WorkAsync();
    }

    /// <summary>Works on all that is due, as the engine does.</summary>
    public async Task WorkAsync()
    {
        await LookAsync<LostWork>();
        while (await DueAsync() is { Count: > 0 } due)
        {
            await Parallel.ForEachAsync(due, async (item, cancellationToken) =>
            {
                await using var scope = app.Services.OfAll();
                await scope.ServiceProvider.GetRequiredService<WorkTurn>().RunAsync(item.Kind, item.Key, cancellationToken);
            });
        }
    }

    /// <summary>Has a mail that was sent sent once more.</summary>
    public Task PutBackAsync(Guid id) => UseAsync(async db =>
    {
        var row = await db.WeeklyMails.SingleAsync(one => one.Id == id);
        (row.State, row.Day) = (MailState.Waiting, null);
        db.Work.Add(WorkList.RowOf(WorkKind.Score, id, row.RunnerId, WorkRank.WeeklyMails, Clock.GetCurrentInstant()));
        return await db.SaveChangesAsync();
    });

    /// <summary>Sweeps again and again while the clock goes on.</summary>
    public async Task SweepUntilAsync(Instant end, Duration step)
    {
        for (; Clock.GetCurrentInstant() <= end; Clock.Advance(step))
        {
            await SweepAsync();
        }
    }

    public Task<List<MailRow>> RowsAsync() => UseAsync(db => db.WeeklyMails.AsNoTracking().OrderBy(row => row.IsoWeek).ToListAsync());

    public async Task<MailRow> RowAsync() => Assert.Single(await RowsAsync());

    /// <summary>The one piece of work that waits.</summary>
    public Task<WorkItem> WorkRowAsync() => UseAsync(db => db.Work.AsNoTracking().SingleAsync());

    public async Task<IEnumerable<string>> WeeksAsync() => (await RowsAsync()).Select(row => row.IsoWeek);

    /// <summary>Mails that became files.</summary>
    public IReadOnlyList<ReceivedMail> Files()
    {
        var mails = new DirectoryInfo(Path.Combine(folder.FullName, "mails"));
        return mails.Exists
            ? [.. mails.EnumerateFiles("*.eml")
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => ReceivedMail.Parse(File.ReadAllText(file.FullName)))]
            : [];
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private async Task LookAsync<TLook>()
        where TLook : ILook
    {
        await using var scope = app.Services.OfAll();
        await scope.ServiceProvider.GetRequiredService<TLook>().LookAsync(CancellationToken.None);
    }

    private Task<List<WorkItem>> DueAsync()
    {
        var now = Clock.GetCurrentInstant();
        return UseAsync(db => db.Work.AsNoTracking().Where(row => !row.Failed && row.Owner == null && row.Due <= now).OrderBy(row => row.Added).ToListAsync());
    }

    /// <summary>A database with every migration applied, made once; each house begins with a copy.</summary>
    private static async Task<byte[]> MigratedAsync()
    {
        await Migrating.WaitAsync();
        try
        {
            return migrated ??= await MigrateAsync();
        }
        finally
        {
            Migrating.Release();
        }
    }

    private static async Task<byte[]> MigrateAsync()
    {
        await using var house = Build(Instant.FromUnixTimeTicks(0), null, []);
        await house.app.Services.GetRequiredService<Migrator>().RunAsync(CancellationToken.None);
        await house.UseAsync(db => db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)"));
        return await File.ReadAllBytesAsync(house.Database);
    }

    private static MailHouse Build(Instant now, MailServer? server, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var data = Directory.CreateTempSubdirectory("kneeload-weekly-");
        var clock = new FakeClock(now);
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(
        [
            KeyValuePair.Create("data", (string?)data.FullName),
            KeyValuePair.Create("PublicUrl", (string?)"https://knee.example.org"),
            .. server is null
                ? []
                : new[] { KeyValuePair.Create("Mail:Host", (string?)"localhost"), KeyValuePair.Create("Mail:Port", (string?)$"{server.Port}") },
            .. settings,
        ]);
        builder.Logging.ClearProviders();
        builder.AddHosting();
        builder.AddDatabase();
        builder.AddEngine();
        builder.AddWords();
        builder.AddReading();
        builder.AddIdentity();
        builder.AddEmail();
        builder.AddMailing();
        builder.AddWeeklyMail();
        builder.Services.AddSingleton<IClock>(clock);
        builder.Services.AddSingleton<MachineTime>(new MachineAt(clock));
        builder.Services.AddSingleton<IJobEngine>(new StandingEngine());
        return new(builder.Build(), data, clock);
    }

    /// <summary>The machine's clock, at the house's time.</summary>
    private sealed class MachineAt(FakeClock clock) : MachineTime
    {
        public override Instant Now => clock.GetCurrentInstant();
    }

    private sealed class StandingEngine : IJobEngine
    {
        public void Take(string kind, Guid key, WorkRank rank, Duration delay)
        {
        }
    }
}
