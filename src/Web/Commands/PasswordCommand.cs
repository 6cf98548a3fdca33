using System.CommandLine;
using KneeLoad.Web.Commands.Terms;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Access;
using KneeLoad.Web.Shared.Hosting;
using Microsoft.AspNetCore.Identity;

namespace KneeLoad.Web.Commands;

/// <summary>The verb <c>password</c>: a new one for a runner who forgot theirs, by whoever may read the data folder. The service may run meanwhile.</summary>
internal static class PasswordCommand
{
    /// <summary>The verb with its options.</summary>
    /// <param name="arguments">All arguments, of which the database's settings are read as the service reads them.</param>
    public static Command Create(IReadOnlyList<string> arguments)
    {
        var mail = new Argument<string>("MAIL") { Description = "The mail address of the account." };
        var command = new Command("password", "Gives an account a new password, prints it, and ends its sign-ins everywhere.") { mail, ServiceVerbs.Data };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(mail), [.. arguments.Skip(1)], parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string mail, string[] settings, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
            var folder = DataFolder.From(builder.Configuration);
            if (DatabaseChoice.From(builder.Configuration, folder).Provider is DatabaseProvider.Sqlite && !File.Exists(folder.Database))
            {
                throw new SettingException($"There is no database in {folder.Root}. --data names the folder that the service works on.");
            }

            builder.Logging.ClearProviders();
            builder.AddHosting();
            builder.AddDatabase();
            builder.AddIdentity();
            await using var app = builder.Build();
            await using var scope = app.Services.CreateAsyncScope();
            if (await RenewAsync(scope.ServiceProvider, mail, cancellation) is not { } password)
            {
                await error.WriteLineAsync($"No account has the address {mail}.");
                return CommandLine.Refused;
            }

            await output.WriteLineAsync($"New password of {mail}: {password}");
            await output.WriteLineAsync("Every device is signed out. It can be changed under Settings.");
            return CommandLine.Done;
        }
        catch (SettingException exception)
        {
            await error.WriteLineAsync(exception.Message);
            return CommandLine.Misused;
        }
    }

    private static async Task<string?> RenewAsync(IServiceProvider services, string mail, CancellationToken cancellation)
    {
        var users = services.GetRequiredService<UserManager<Runner>>();
        if (await users.FindByEmailAsync(mail) is not { } runner)
        {
            return null;
        }

        var password = OwnersWord.NewWord();
        var renewed = await services.GetRequiredService<Accounts>().SetPasswordAsync(runner, password, cancellation);
        if (!renewed.Succeeded)
        {
            throw new InvalidOperationException($"The password was refused: {renewed}");
        }

        return password;
    }
}
