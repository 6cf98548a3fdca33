using System.CommandLine;
using KneeLoad.Web.Commands.Terms;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Access;
using KneeLoad.Web.Pipeline.Upkeep;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Commands.Upkeep;

/// <summary>The verb <c>admin</c>: what the owner of the machine may do without a browser, also while the service runs.</summary>
internal static class AdminCommand
{
    /// <summary>The verb with its own verbs.</summary>
    public static Command Create(ServiceTools tools)
    {
        var command = new Command("admin", "Looks after accounts and failed work.");
        command.Add(Owner(tools));
        command.Add(OfMail(tools, "reset-password", "Gives an account a new password, prints it, and ends its sign-ins everywhere.", ResetAsync));
        command.Add(OfMail(tools, "end-sign-ins", "Signs an account out everywhere.", EndAsync));
        command.Add(Invite(tools));
        command.Add(WatchVerbs.Watch(tools));
        command.Add(WatchVerbs.Unwatch(tools));
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

    private static Command Owner(ServiceTools tools)
    {
        var mail = new Argument<string>("MAIL") { Description = "The mail address of the account, which is made where there is none." };
        return tools.With(
            new Command("owner", "Makes an account the owner; it is the only one.") { mail },
            needsDatabase: true,
            async (services, parsed, cancellation) =>
            {
                var (address, streams) = (parsed.GetRequiredValue(mail), parsed.InvocationConfiguration);
                var runner = await services.GetRequiredService<UserManager<Runner>>().FindByEmailAsync(address) ?? await MakeAsync(services, address, streams);
                if (runner is null)
                {
                    return ExitCode.Refused;
                }

                await services.GetRequiredService<Ownership>().PassOnAsync(runner.Id, cancellation);
                await services.GetRequiredService<SecurityLog>().OwnershipPassedAsync(runner.Id);
                await streams.Output.WriteLineAsync($"{runner.Email} is the owner, and signs in anew.");
                return ExitCode.Done;
            });
    }

    private static Command Invite(ServiceTools tools)
    {
        var mail = new Argument<string?>("MAIL")
        {
            Description = "The mail address of the new account; without it a link is printed by which one person registers.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        return tools.With(
            new Command("invite", "Prints a link by which one person registers, or makes an account and prints its password.") { mail },
            needsDatabase: true,
            async (services, parsed, cancellation) =>
            {
                var streams = parsed.InvocationConfiguration;
                if (parsed.GetValue(mail) is not { Length: > 0 } address)
                {
                    var token = await services.GetRequiredService<AccountLinks>()
                        .MakeAsync(AccountLinkPurpose.Invitation, null, AccountLinks.InvitationLife, null, cancellation);
                    await services.GetRequiredService<SecurityLog>().InvitedAsync();
                    await streams.Output.WriteLineAsync(services.GetRequiredService<AccountAddresses>().Register(token).AbsoluteUri);
                    await streams.Error.WriteLineAsync(FormattableString.Invariant(
                        $"It works once, for {AccountLinks.InvitationLife.TotalDays} days, where the service runs with Registration=invite."));
                    return ExitCode.Done;
                }

                if (await services.GetRequiredService<UserManager<Runner>>().FindByEmailAsync(address) is not null)
                {
                    await streams.Error.WriteLineAsync($"{address} has an account already.");
                    return ExitCode.Refused;
                }

                return await MakeAsync(services, address, streams) is null ? ExitCode.Refused : ExitCode.Done;
            });
    }

    private static async Task<Runner?> MakeAsync(IServiceProvider services, string address, InvocationConfiguration streams)
    {
        var password = OwnersWord.NewWord();
        var (made, faults) = await services.GetRequiredService<Accounts>().MakeAsync(new(address, password));
        if (made is null)
        {
            await streams.Error.WriteLineAsync(string.Join(' ', faults.Select(fault => fault.Description)));
            return null;
        }

        await streams.Output.WriteLineAsync($"Password of {address}: {password}");
        return made;
    }

    private static async Task ResetAsync(IServiceProvider services, Runner runner, TextWriter output, CancellationToken cancellation)
    {
        var password = OwnersWord.NewWord();
        var renewed = await services.GetRequiredService<Accounts>().SetPasswordAsync(runner, password, cancellation);
        if (!renewed.Succeeded)
        {
            throw new InvalidOperationException($"The password was refused: {renewed}");
        }

        await output.WriteLineAsync($"New password of {runner.Email}: {password}");
    }

    private static async Task EndAsync(IServiceProvider services, Runner runner, TextWriter output, CancellationToken cancellation)
    {
        await services.GetRequiredService<SignInStore>().EndAllAsync(runner.Id, cancellation);
        await services.GetRequiredService<SecurityLog>().SignInsEndedAsync(runner.Id);
        await output.WriteLineAsync($"{runner.Email} is signed out everywhere.");
    }

    private static async Task<int> ListAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellation)
    {
        var accounts = services.GetRequiredService<KneeLoadDbContext>().Users
            .AsNoTracking()
            .OrderBy(row => row.Created)
            .Select(row => new { row.Id, row.Email, row.IsOwner });
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
        await parsed.InvocationConfiguration.Output.WriteLineAsync(FormattableString.Invariant(
            $"{again} waiting again; a running service takes them up within a minute."));
        return ExitCode.Done;
    }
}
