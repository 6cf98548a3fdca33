using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Pipeline.Maps;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Work;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace KneeLoad.Web.Features.Demo;

/// <summary>Makes the sample runner's account, prints the sign-in link, and hands the files over as any upload.</summary>
internal sealed class DemoSeeding(IServiceScopeFactory scopes, DemoTicket ticket, Address address, IClock clock, IHostApplicationLifetime lifetime)
    : BackgroundService
{
    private static string Samples => Path.Combine(AppContext.BaseDirectory, "samples", "demo");

    private static string SampleMap => Path.Combine(AppContext.BaseDirectory, "samples", "demo-map");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await StartedAsync(stoppingToken))
        {
            return;
        }

        await using var scope = scopes.OfAll();
        var runner = await MakeRunnerAsync(scope.ServiceProvider, stoppingToken);
        ticket.RunnerId = runner.Id;
        await Console.Out.WriteLineAsync($"KneeLoad demo: {address.Public}");
        await Console.Out.WriteLineAsync($"Sign in once with: {new Uri(address.Public, $"/demo/{ticket.Word}")}");

        await BuildMapAsync(scope.ServiceProvider, stoppingToken);
        var store = scope.ServiceProvider.GetRequiredService<OriginalStore>();
        var register = scope.ServiceProvider.GetRequiredService<UploadRegister>();
        var bell = scope.ServiceProvider.GetRequiredService<WorkBell>();
        var batch = Guid.CreateVersion7();
        foreach (var (name, content) in DemoFiles.Read(Samples, clock.GetCurrentInstant()))
        {
            using var file = await store.ReceiveAsync(new MemoryStream(content), stoppingToken);
            await register.RegisterAsync(runner.Id, batch, name, file!, stoppingToken);
            bell.Ring(runner.Id);
        }
    }

    // Before the first run comes, so that the first dashboard knows the ground; the town takes a moment.
    private static async Task BuildMapAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var extracts = services.GetRequiredService<ExtractStore>();
        foreach (var map in Directory.EnumerateFiles(SampleMap))
        {
            await using var content = File.OpenRead(map);
            await extracts.ReceiveAsync(Path.GetFileName(map), content, cancellationToken);
        }

        await services.GetRequiredService<MapBuilding>().BuildFolderAsync(cancellationToken);
    }

    private async Task<bool> StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onStart = lifetime.ApplicationStarted.Register(() => started.TrySetResult(true));
        await using var onStop = stoppingToken.Register(() => started.TrySetResult(false));
        return await started.Task;
    }

    private async Task<Runner> MakeRunnerAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var runner = new Runner
        {
            Id = Guid.CreateVersion7(),
            UserName = "runner@demo.invalid",
            Email = "runner@demo.invalid",
            EmailConfirmed = true,
            BirthYear = 1988,
            IsOwner = true,
            Created = now,
        };
        runner.Agree(storing: true, scoring: true, now);
        var made = await services.GetRequiredService<UserManager<Runner>>().CreateAsync(runner);
        if (!made.Succeeded)
        {
            throw new InvalidOperationException($"The demo's account was refused: {string.Join(' ', made.Errors.Select(error => error.Description))}");
        }

        // Two notes, so that the chart shows its pain marks: one long past, one that settled.
        var db = services.GetRequiredService<KneeLoadDbContext>();
        var today = now.InUtc().Date;
        db.DiaryNotes.Add(new DiaryNote
        {
            Id = Guid.CreateVersion7(),
            RunnerId = runner.Id,
            Day = today.PlusDays(-45),
            Entered = now - Duration.FromDays(45),
            WorstPain = 3,
            SettledWithinHour = true,
        });
        db.DiaryNotes.Add(new DiaryNote
        {
            Id = Guid.CreateVersion7(),
            RunnerId = runner.Id,
            Day = today.PlusDays(-20),
            Entered = now - Duration.FromDays(20),
            WorstPain = 1,
            SettledWithinHour = true,
        });
        await db.SaveChangesAsync(cancellationToken);
        return runner;
    }
}
