using System.CommandLine;
using System.Security.Cryptography;
using KneeLoad.Web.Commands.Terms;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Pipeline.Upkeep;
using KneeLoad.Web.Work;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Commands.Upkeep;

/// <summary>The verb <c>admin</c>: what the owner of the machine may do without a browser, also while the service runs.</summary>
internal static class AdminCommand
{
    /// <summary>Without letters and digits that are read for each other.</summary>
    private const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int Parts = 4;
    private const int SignsOfAPart = 4;

    /// <summary>The verb with its own verbs.</summary>
    public static Command Create(ServiceTools tools)
    {
        var command = new Command("admin", "Looks after accounts and failed work.");
        command.Add(OfMail(tools, "owner", "Makes an account the owner; it is the only one.", MakeOwnerAsync));
        command.Add(OfMail(tools, "reset-password", "Gives an account a new password, prints it, and ends its sign-ins everywhere.", ResetAsync));
        command.Add(OfMail(tools, "end-sign-ins", "Signs an account out everywhere.", EndAsync));
        command.Add(Invite(tools));
        command.Add(tools.With(new Command("list", "Lists the accounts."), needsDatabase: true, ListAsync));
        command.Add(tools.With(new Command("work", "Lists the work that was given up, with its reason."), needsDatabase: true, ListWorkAsync));
        command.Add(tools.With(new Command("retry", "Has all work that was given up tried again."), needsDatabase: true, RetryAsync));
        return command;
    }

    private static Command OfMail(ServiceTools tools, string name, string description, Func<IServiceProvider, Runner, TextWriter, CancellationToken, Task> work)
    {
        var mail = new Argument<string>("MAIL") { Description = "The mail address of the account." };
        return tools.With(new Command(name, description) { mail }, needsDatabase: true, async (services, parsed, cancellation) =>
        {
            var address = parsed.GetRequiredValue(mail);
            if (await services.GetRequiredService<UserManager<Runner>>().FindByEmailAsync(address) is not { } runner)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"No account has the address {address}.");
                return ExitCode.Refused;
            }

            await work(services, runner, parsed.InvocationConfiguration.Output, cancellation);
            return ExitCode.Done;
        });
    }

    private static Command Invite(ServiceTools tools)
    {
        var mail = new Argument<string>("MAIL") { Description = "The mail address of the new account." };
        return tools.With(new Command("invite", "Makes an account and prints its password, to be handed over.") { mail }, needsDatabase: true, async (services, parsed, cancellation) =>
        {
            var (address, streams) = (parsed.GetRequiredValue(mail), parsed.InvocationConfiguration);
            if (await services.GetRequiredService<UserManager<Runner>>().FindByEmailAsync(address) is not null)
            {
                await streams.Error.WriteLineAsync($"{address} has an account already.");
                return ExitCode.Refused;
            }

            var password = NewPassword();
            var made = await services.GetRequiredService<Accounts>().RegisterAsync(address, password, timeZone: null);
            if (!made.Succeeded)
            {
                await streams.Error.WriteLineAsync(string.Join(' ', made.Errors.Select(fault => fault.Description)));
                return ExitCode.Refused;
            }

            await streams.Output.WriteLineAsync($"Password of {address}: {password}");
            return ExitCode.Done;
        });
    }

    private static async Task MakeOwnerAsync(IServiceProvider services, Runner runner, TextWriter output, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<KneeLoadDbContext>();
        await services.GetRequiredService<RunnerWork>().DoAsync(
            runner.Id,
            async _ =>
            {
                // One owner at a time. The session says who is, so those of both end.
                var before = await db.Users.Where(row => row.IsOwner).Select(row => row.Id).ToListAsync(cancellation);
                await db.Users.Where(row => row.IsOwner).ExecuteUpdateAsync(set => set.SetProperty(row => row.IsOwner, false), cancellation);
                await db.Users.Where(row => row.Id == runner.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.IsOwner, true), cancellation);
                await db.Sessions.Where(session => session.RunnerId == runner.Id || before.Contains(session.RunnerId)).ExecuteDeleteAsync(cancellation);
                return true;
            },
            cancellation);
        await output.WriteLineAsync($"{runner.Email} is the owner, and signs in anew.");
    }

    private static async Task ResetAsync(IServiceProvider services, Runner runner, TextWriter output, CancellationToken cancellation)
    {
        var users = services.GetRequiredService<UserManager<Runner>>();
        var password = NewPassword();
        var renewed = await users.ResetPasswordAsync(runner, await users.GeneratePasswordResetTokenAsync(runner), password);
        if (!renewed.Succeeded)
        {
            throw new InvalidOperationException($"The password was refused: {renewed}");
        }

        await users.SetLockoutEndDateAsync(runner, null);
        await services.GetRequiredService<SessionStore>().EndAllAsync(runner.Id, cancellation);
        await output.WriteLineAsync($"New password of {runner.Email}: {password}");
    }

    private static async Task EndAsync(IServiceProvider services, Runner runner, TextWriter output, CancellationToken cancellation)
    {
        await services.GetRequiredService<SessionStore>().EndAllAsync(runner.Id, cancellation);
        await output.WriteLineAsync($"{runner.Email} is signed out everywhere.");
    }

    private static async Task<int> ListAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellation)
    {
        var accounts = services.GetRequiredService<KneeLoadDbContext>().Users.AsNoTracking().OrderBy(row => row.Created).Select(row => new { row.Id, row.Email, row.IsOwner });
        foreach (var account in await accounts.ToListAsync(cancellation))
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{account.Id}  {account.Email}{(account.IsOwner ? "  owner" : "")}");
        }

        return ExitCode.Done;
    }

    private static async Task<int> ListWorkAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellation)
    {
        var failed = services.GetRequiredService<KneeLoadDbContext>().Work.AsNoTracking().Where(row => row.Failed).OrderBy(row => row.Added);
        foreach (var row in await failed.ToListAsync(cancellation))
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{row.Kind}  {row.Key}  {row.Reason}");
        }

        return ExitCode.Done;
    }

    private static async Task<int> RetryAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellation)
    {
        var again = await services.GetRequiredService<FailedWork>().TryAllAgainAsync(cancellation);
        await parsed.InvocationConfiguration.Output.WriteLineAsync(FormattableString.Invariant($"{again} waiting again; a running service takes them up within a minute."));
        return ExitCode.Done;
    }

    private static string NewPassword() =>
        string.Join('-', Enumerable.Range(0, Parts).Select(_ => RandomNumberGenerator.GetString(Signs, SignsOfAPart)));
}
