using KneeLoad.Testing;
using KneeLoad.Web.Corrections;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Data.Questions;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Pipeline;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Words;
using KneeLoad.Web.Work;
using KneeLoad.Web.Work.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime.Testing;
using NodaTime;

namespace KneeLoad.Web.Tests.Pipeline;

/// <summary>The way of the data on a real database and store, at a stopped clock. The engine stands still: a test works on uploads when it wants to.</summary>
internal sealed class PipelineHouse : IAsyncDisposable
{
    /// <summary>A disk in memory, where the system has one: that commits survive a power cut is asked elsewhere, and takes its time.</summary>
    private const string Memory = "/dev/shm";

    private readonly WebApplication app;
    private readonly DirectoryInfo folder;

    private PipelineHouse(WebApplication app, DirectoryInfo folder, FakeClock clock) => (this.app, this.folder, Clock) = (app, folder, clock);

    public FakeClock Clock { get; }

    public static async Task<PipelineHouse> OpenAsync(Instant now, Action<IServiceCollection>? more = null)
    {
        var place = Directory.CreateDirectory(Path.Combine(Directory.Exists(Memory) ? Memory : Path.GetTempPath(), $"kneeload-pipeline-{Guid.NewGuid():n}"));
        var clock = new FakeClock(now);
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("data", (string?)place.FullName)]);
        builder.Logging.ClearProviders();
        builder.AddHosting();
        builder.AddDatabase();
        builder.AddEngine();
        builder.AddWords();
        builder.AddReading();
        builder.AddQuestions();
        builder.AddIdentity();
        builder.AddStorage();
        builder.AddPipeline();
        builder.AddCorrections();
        builder.Services.AddSingleton<IClock>(clock);
        more?.Invoke(builder.Services);
        var house = new PipelineHouse(builder.Build(), place, clock);
        MigratedFolder.CopyTo(house.folder.FullName);
        await house.app.Services.GetRequiredService<Migrator>().RunAsync(CancellationToken.None);
        return house;
    }

    /// <summary>Work as a page or a job does it.</summary>
    public async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = app.Services.OfAll();
        return await work(ActivatorUtilities.GetServiceOrCreateInstance<TService>(scope.ServiceProvider));
    }

    /// <summary>Work as another process does it: with hands of its own.</summary>
    public async Task<T> UseAsync<TService, T>(WorkHands hands, Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = app.Services.OfAll();
        var db = scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>();
        var claims = new WorkClaims(db, hands, MachineTime.Own);
        return await work(ActivatorUtilities.CreateInstance<TService>(scope.ServiceProvider, [.. Fitting<TService>(
            hands, claims, new RunnerWork(db, claims, new ProgressBell()))]));
    }

    /// <summary>The hands of another process on the same data.</summary>
    public WorkHands OtherProcess() => ActivatorUtilities.CreateInstance<WorkHands>(app.Services);

    private static IEnumerable<object> Fitting<TService>(params object[] own)
    {
        var wanted = typeof(TService).GetConstructors().Single().GetParameters().Select(parameter => parameter.ParameterType).ToList();
        return own.Where(one => wanted.Contains(one.GetType()));
    }

    /// <inheritdoc cref="UseAsync{TService, T}"/>
    public Task<T> AskAsync<T>(Func<KneeLoadDbContext, Task<T>> question) => UseAsync(question);

    public async Task<Runner> AddRunnerAsync(string timeZone)
    {
        var runner = new Runner
        {
            Id = Guid.NewGuid(),
            TimeZone = timeZone,
            StoringConsent = Clock.GetCurrentInstant(),
            ScoringConsent = Clock.GetCurrentInstant(),
            Created = Clock.GetCurrentInstant(),
        };
        await AskAsync(db =>
        {
            db.Users.Add(runner);
            return db.SaveChangesAsync();
        });
        return runner;
    }

    /// <summary>Takes files as one batch, and works on all that waits.</summary>
    public async Task UploadAsync(Guid runnerId, params IEnumerable<byte[]> files)
    {
        var batch = Guid.CreateVersion7();
        foreach (var content in files)
        {
            using var incoming = await UseAsync<OriginalStore, IncomingFile?>(store => store.ReceiveAsync(new MemoryStream(content), CancellationToken.None));
            await UseAsync<UploadRegister, Upload>(register => register.RegisterAsync(runnerId, batch, "file", incoming!, CancellationToken.None));
        }

        await WorkAsync(runnerId);
    }

    /// <summary>The files that a runner's rows follow from, by hash.</summary>
    public async Task<IReadOnlyList<(string Hash, Instant Received, byte[] Content)>> OriginalsAsync(Guid runnerId)
    {
        var originals = new List<(string, Instant, byte[])>();
        foreach (var upload in await AskAsync(db => db.Uploads
            .Where(row => row.RunnerId == runnerId && row.DuplicateOfId == null)
            .Select(row => new { row.ContentHash, row.Received })
            .ToListAsync()))
        {
            await using var original = await UseAsync<OriginalStore, FileStream>(store => store.OpenVerifiedAsync(
                runnerId, upload.ContentHash, CancellationToken.None));
            using var content = new MemoryStream();
            await original.CopyToAsync(content);
            originals.Add((upload.ContentHash, upload.Received, content.ToArray()));
        }

        return originals;
    }

    public async Task UndoAsync(Guid runnerId, Guid batch)
    {
        await UseAsync<BatchUndo, int>(undo => undo.RunAsync(runnerId, batch, CancellationToken.None));
        await WorkAsync(runnerId);
    }

    /// <summary>Works on all that waits.</summary>
    public async Task WorkAsync(Guid runnerId)
    {
        while (await AskAsync(db => db.Work.AsNoTracking()
            .Where(row => row.RunnerId == runnerId && !row.Failed)
            .OrderBy(row => row.Added).ThenBy(row => row.Key)
            .FirstOrDefaultAsync()) is { } next)
        {
            await UseAsync<WorkTurn, WorkOutcome>(turn => turn.RunAsync(next.Kind, next.Key, CancellationToken.None));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
