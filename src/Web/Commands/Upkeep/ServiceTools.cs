using System.CommandLine;
using KneeLoad.Web.Commands.Terms;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Email;
using KneeLoad.Web.Erasures;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Pipeline;
using KneeLoad.Web.Pipeline.Upkeep;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Words;
using KneeLoad.Web.Work.Engine;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Commands.Upkeep;

/// <summary>Verbs that work on the service's own folder and database, also while it runs. No job is taken up and no page served.</summary>
/// <param name="arguments">All arguments, of which the settings are read as the service reads them.</param>
internal sealed class ServiceTools(IReadOnlyList<string> arguments)
{
    /// <summary>A verb whose work has the service's parts at hand.</summary>
    /// <param name="command">The verb.</param>
    /// <param name="needsDatabase">False where it is to be made.</param>
    /// <param name="work">The work: the parts, the parsed arguments, standard output and error.</param>
    public Command With(Command command, bool needsDatabase, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> work)
    {
        command.Add(ServiceVerbs.Data);
        command.SetAction((parsed, cancellation) => RunAsync(parsed, needsDatabase, work, cancellation));
        return command;
    }

    private async Task<int> RunAsync(
        ParseResult parsed, bool needsDatabase, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> work, CancellationToken cancellation)
    {
        try
        {
            var settings = arguments.SkipWhile(argument => !argument.StartsWith("--", StringComparison.Ordinal))
                .Where(argument => argument is not ("--json" or "--all"));
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. settings], ContentRootPath = AppContext.BaseDirectory });
            var folder = DataFolder.From(builder.Configuration);
            if (needsDatabase && DatabaseChoice.From(builder.Configuration, folder).Provider is DatabaseProvider.Sqlite && !File.Exists(folder.Database))
            {
                throw new SettingException($"There is no database in {folder.Root}. --data names the folder that the service works on.");
            }

            builder.Logging.ClearProviders();
            builder.AddHosting();
            builder.AddDatabase();
            builder.AddEngine();
            builder.AddReading();
            builder.AddWords();
            builder.AddIdentity();
            builder.AddStorage();
            builder.AddPipeline();
            builder.AddUpkeep();
            builder.AddEmail();
            builder.AddErasure();
            await using var app = builder.Build();
            await using var scope = app.Services.OfAll();
            if (needsDatabase)
            {
                await RefuseOtherVersionAsync(scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>(), cancellation);
            }

            return await work(scope.ServiceProvider, parsed, cancellation);
        }
        catch (SettingException exception)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(exception.Message);
            return ExitCode.Misused;
        }
        catch (Exception exception) when (DatabaseAway.Is(exception) || DiskFull.Is(exception))
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(
                $"The database or the disk is away, read-only or full: {exception.GetBaseException().Message}");
            return ExitCode.Misused;
        }
    }

    private static async Task RefuseOtherVersionAsync(KneeLoadDbContext db, CancellationToken cancellation)
    {
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellation);
        if (!applied.SequenceEqual(db.Database.GetMigrations(), StringComparer.Ordinal))
        {
            throw new SettingException(
                "The database is of another version than this program. Start the service once with this version, or use the program that belongs to it.");
        }
    }
}
