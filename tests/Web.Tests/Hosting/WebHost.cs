using System.Security.Claims;
using KneeLoad.Testing;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Features.Dashboard;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Pipeline.Steps;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Words;
using KneeLoad.Web.Work;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>The whole service on a data folder of its own, with its real database, store and job engine.</summary>
/// <param name="folder">The folder of an earlier host, which outlives this one; null for a new one that goes with it.</param>
internal sealed class WebHost(string? folder = null) : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> settings = new()
    {
        ["Jobs:FirstPauseSeconds"] = "0.1",
        // A hash costs little, save where a fact says otherwise.
        ["Passwords:Rounds"] = "1000",
        ["Logging:LogLevel:Default"] = "Critical",
        ["Logging:LogLevel:Microsoft"] = "Critical",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Critical",
        ["Logging:LogLevel:Hangfire"] = "Critical",
    };

    private readonly CurrentClock clock = new();
    private Language? language;
    private ILoggerProvider? log;
    private Action<IServiceCollection>? parts;

    public string Folder { get; } = folder ?? Directory.CreateTempSubdirectory("kneeload-").FullName;

    /// <summary>The address that requests come from, by which the service limits their rate.</summary>
    public CallerAddress Callers { get; } = new();

    /// <summary>The service's words on the console that it was started at, the log aside.</summary>
    public StringWriter Console { get; } = new();

    public WebHost With(string key, string value)
    {
        settings[key] = value;
        return this;
    }

    /// <summary>Has the whole service go by this clock, from now on.</summary>
    public WebHost At(IClock moment)
    {
        clock.Source = moment;
        return this;
    }

    /// <summary>Has pages and mails speak another language.</summary>
    public WebHost Speaking(Language other)
    {
        language = other;
        return this;
    }

    /// <summary>Has another reader of the log.</summary>
    public WebHost Logging(ILoggerProvider reader)
    {
        log = reader;
        return this;
    }

    /// <summary>Puts other parts in place of the service's own.</summary>
    public WebHost Using(Action<IServiceCollection> others)
    {
        parts = others;
        return this;
    }

    /// <summary>Work on the database, as a job or a page would do it.</summary>
    public async Task<T> AskAsync<T>(Func<KneeLoadDbContext, Task<T>> question)
    {
        await using var scope = Services.OfAll();
        return await question(scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>());
    }

    /// <summary>Waits until the database answers with yes.</summary>
    public async Task UntilAsync(Func<KneeLoadDbContext, Task<bool>> question)
    {
        using var deadline = new CancellationTokenSource(Patience.Bound);
        for (var looks = 0; !await AskAsync(question); looks++)
        {
            await Task.Delay(Patience.Pause(looks), deadline.Token);
        }
    }

    /// <summary>Computes all weeks of a runner from scratch.</summary>
    public async Task RecomputeWeeksAsync(Guid runnerId)
    {
        await using var scope = Services.OfAll();
        var db = scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>();
        await db.Weeks.Where(week => week.RunnerId == runnerId).ExecuteDeleteAsync();
        await scope.ServiceProvider
            .GetRequiredService<Recomputation>()
            .WeeksAsync(await db.Users.SingleAsync(row => row.Id == runnerId), CancellationToken.None);
    }

    /// <summary>Files that are safe in their rows and all wait at once, as after a restart.</summary>
    public async Task<Guid> QueueAsync(RunnerClient runner, IReadOnlyList<byte[]> files)
    {
        await using var scope = Services.OfAll();
        var batch = Guid.NewGuid();
        foreach (var content in files)
        {
            using var file = await scope.ServiceProvider.GetRequiredService<OriginalStore>().ReceiveAsync(new MemoryStream(content), CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<UploadRegister>().RegisterAsync(runner.RunnerId, batch, "run.fit", file!, CancellationToken.None);
        }

        scope.ServiceProvider.GetRequiredService<WorkBell>().Ring(runner.RunnerId);
        return batch;
    }

    /// <summary>
    /// A new runner who agreed that health data is stored, signed in, with the token that pages carry. The running service writes a mail when it gets
    /// to it: most facts are off that list.
    /// </summary>
    public async Task<RunnerClient> RunnerAsync(string name, string timeZone = "UTC", bool isOwner = false, bool weeklyMail = false, bool storing = true)
    {
        await using var scope = Services.OfAll();
        var services = scope.ServiceProvider;
        var runner = new Runner
        {
            Id = Guid.NewGuid(),
            UserName = name + "@example.org",
            Email = name + "@example.org",
            TimeZone = timeZone,
            IsOwner = isOwner,
            EmailConfirmed = true,
            WeeklyMail = weeklyMail,
        };
        runner.Agree(storing, scoring: false, Instant.FromUtc(2026, 1, 1, 0, 0));
        var made = await services.GetRequiredService<UserManager<Runner>>().CreateAsync(runner, "correct horse battery");
        Assert.True(made.Succeeded, made.ToString());
        return await ClientOfAsync(services, runner);
    }

    /// <summary>A runner of the database, signed in, with the token that pages carry.</summary>
    public async Task<RunnerClient> StoredRunnerAsync(string mail)
    {
        await using var scope = Services.OfAll();
        var runner = await scope.ServiceProvider.GetRequiredService<UserManager<Runner>>().FindByEmailAsync(mail);
        return await ClientOfAsync(scope.ServiceProvider, runner ?? throw new InvalidOperationException(mail));
    }

    private async Task<RunnerClient> ClientOfAsync(IServiceProvider services, Runner runner)
    {
        var principal = await services.GetRequiredService<SignInManager<Runner>>().CreateUserPrincipalAsync(runner);
        var ticket = new AuthenticationTicket(
            principal,
            new AuthenticationProperties { ExpiresUtc = Later(TimeProvider.System.GetUtcNow(), clock.GetCurrentInstant().ToDateTimeOffset()).AddHours(1) },
            IdentityConstants.ApplicationScheme);
        var key = await services.GetRequiredService<SignInStore>().StoreAsync(ticket);
        var cookies = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var reference = new ClaimsPrincipal(new ClaimsIdentity([new Claim("Microsoft.AspNetCore.Authentication.Cookies-SessionId", key)]));
        var session = $"{cookies.Cookie.Name}={cookies.TicketDataFormat.Protect(new AuthenticationTicket(reference, IdentityConstants.ApplicationScheme))}";

        var antiforgery = services.GetRequiredService<IAntiforgery>();
        var tokens = antiforgery.GetTokens(new DefaultHttpContext { User = principal, RequestServices = services, Request = { Scheme = Uri.UriSchemeHttps } });
        var form = services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name;
        var client = CreateDefaultClient(new AfterTheAnswer(Services.GetRequiredService<KeepAfterwards>()));
        return new RunnerClient(client, runner.Id, $"{session}; {form}={tokens.CookieToken}", tokens.RequestToken ?? "");
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (folder is null && !settings.ContainsKey("Database:Provider"))
        {
            MigratedFolder.CopyTo(Folder);
        }

        builder.UseEnvironment("Production");
        builder.UseSetting("data", Folder);
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services => services.AddSingleton<IClock>(clock)
            .AddSingleton<IStartupFilter>(Callers)
            .AddSingleton(new ServiceConsole(Console)));
        if (log is not null)
        {
            builder.ConfigureTestServices(services => services.AddSingleton(log));
        }

        if (parts is not null)
        {
            builder.ConfigureTestServices(parts);
        }

        if (language is not null)
        {
            builder.ConfigureTestServices(services => services.AddSingleton(language));
        }
    }

    /// <summary>Gives a reply to the fact once what was to be kept after it is kept.</summary>
    private sealed class AfterTheAnswer(KeepAfterwards keep) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var reply = await base.SendAsync(request, cancellationToken);
            await reply.Content.LoadIntoBufferAsync(cancellationToken);
            for (var looks = 0; !keep.IsDone; looks++)
            {
                await Task.Delay(Patience.Pause(looks), cancellationToken);
            }

            return reply;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (folder is null)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
