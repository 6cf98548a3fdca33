using System.CommandLine;
using KneeLoad.Web.Commands.Terms;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Storage;
using Microsoft.AspNetCore.Identity;

namespace KneeLoad.Web.Commands.Upkeep;

/// <summary>The verbs <c>admin watch</c> and <c>admin unwatch</c>: folders whose files are taken for a runner.</summary>
internal static class WatchVerbs
{
    /// <summary>Has a folder watched, or lists those that are.</summary>
    public static Command Watch(ServiceTools tools)
    {
        var mail = new Argument<string?>("MAIL")
        {
            Description = "The mail address of the account; without it the folders are listed.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var path = new Argument<string?>("FOLDER") { Description = "The folder whose files are taken.", Arity = ArgumentArity.ZeroOrOne };
        return tools.With(
            new Command("watch", "Takes the files of a folder for an account, and moves them aside within it.") { mail, path },
            needsDatabase: true,
            async (services, parsed, _) =>
            {
                var (streams, folders) = (parsed.InvocationConfiguration, services.GetRequiredService<WatchedFolders>());
                if (parsed.GetValue(mail) is not { } address)
                {
                    foreach (var folder in folders.All())
                    {
                        await streams.Output.WriteLineAsync($"{folder.RunnerId}  {folder.Path}");
                    }

                    return ExitCode.Done;
                }

                if (parsed.GetValue(path) is not { } wanted)
                {
                    await streams.Error.WriteLineAsync("The folder is missing: admin watch MAIL FOLDER.");
                    return ExitCode.Misused;
                }

                if (await FindAsync(services, address, streams) is not { } runner)
                {
                    return ExitCode.Refused;
                }

                var watched = folders.Watch(runner.Id, wanted);
                await streams.Output.WriteLineAsync($"Files in {watched.Path} are taken for {runner.Email} once they stand still.");
                return ExitCode.Done;
            });
    }

    /// <summary>Has the folder of an account watched no longer.</summary>
    public static Command Unwatch(ServiceTools tools)
    {
        var mail = new Argument<string>("MAIL") { Description = "The mail address of the account." };
        return tools.With(
            new Command("unwatch", "Leaves the folder of an account alone from now on.") { mail },
            needsDatabase: true,
            async (services, parsed, _) =>
            {
                var streams = parsed.InvocationConfiguration;
                if (await FindAsync(services, parsed.GetRequiredValue(mail), streams) is not { } runner)
                {
                    return ExitCode.Refused;
                }

                var wasWatched = services.GetRequiredService<WatchedFolders>().Forget(runner.Id);
                await streams.Output.WriteLineAsync(
                    wasWatched ? $"The folder of {runner.Email} is no longer watched." : $"No folder is watched for {runner.Email}.");
                return ExitCode.Done;
            });
    }

    private static async Task<Runner?> FindAsync(IServiceProvider services, string address, InvocationConfiguration streams)
    {
        var runner = await services.GetRequiredService<UserManager<Runner>>().FindByEmailAsync(address);
        if (runner is null)
        {
            await streams.Error.WriteLineAsync($"No account has the address {address}.");
        }

        return runner;
    }
}
