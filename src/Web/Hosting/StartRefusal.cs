using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace KneeLoad.Web.Hosting;

/// <summary>Tells what the person who starts the service can mend from what is a fault of the program.</summary>
internal static class StartRefusal
{
    /// <summary>The sentence to tell that person.</summary>
    /// <returns>Null where the fault is the program's, which its stack then has to explain.</returns>
    public static string? Of(Exception fault) => fault switch
    {
        SettingException => fault.Message,
        _ when OfAddress(fault) is { } refusal => refusal,
        // How the framework says that a setting is no number, or neither true nor false; it names the setting.
        InvalidOperationException { InnerException: FormatException or ArgumentException } => fault.Message,
        _ => null,
    };

    /// <summary>The sentence where it is the address that cannot be listened on. The framework logs such a fault before it throws it.</summary>
    public static string? OfAddress(Exception fault) => fault switch
    {
        IOException { InnerException: AddressInUseException } => $"{fault.Message} Another program listens there; choose another address with --urls.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            $"The address may not be listened on: {fault.Message}. Low ports are most often the system's.",
        _ => null,
    };

    /// <summary>Starts and serves. A service that is told to stop while it starts ends like any other that is: that is no fault.</summary>
    /// <param name="app">The service.</param>
    /// <param name="run">The start and the service.</param>
    public static async Task UntilStoppedAsync(this WebApplication app, Func<CancellationToken, Task> run)
    {
        // Taken before, as a service that has ended has none to give.
        var stopping = app.Lifetime.ApplicationStopping;
        try
        {
            await run(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped before it had begun.
        }
    }
}
