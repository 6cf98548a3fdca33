using NodaTime;

namespace KneeLoad.Web.Identity.Limits;

/// <summary>
/// Slows down who guesses passwords, by the address that is typed, whether it has an account or not. A network has a few tries for an
/// address before its pauses grow; all networks together have many, and a short longest pause, so that nobody can keep the runner out;
/// a device that was signed in before has tries of its own.
/// </summary>
public sealed class GuessingPauses(RequestTallies tallies)
{
    private const string OfNetwork = "guess-network";
    private const string OfAll = "guess-all";
    private const string OfDevice = "guess-device";
    private const string OfRunner = "guess-again";

    private static readonly GrowingPause ForNetwork = new(5, Duration.FromSeconds(1), Duration.FromMinutes(15));
    private static readonly GrowingPause ForAll = new(100, Duration.FromSeconds(1), Duration.FromMinutes(1));
    private static readonly GrowingPause ForDevice = new(10, Duration.FromSeconds(1), Duration.FromMinutes(15));

    /// <summary>Begins a try. It counts as wrong until <see cref="SucceededAsync"/>.</summary>
    /// <param name="address">The address as typed, in the form in which accounts are found.</param>
    /// <param name="network">The network of the request.</param>
    /// <param name="device">The mark of a device that was signed in to this account before; null for any other.</param>
    /// <returns>Null where the password may be looked at, else how long to wait.</returns>
    public async Task<Duration?> BeginAsync(string address, string network, string? device)
    {
        if (device is not null)
        {
            return await tallies.PauseAsync(OfDevice, Both(address, device), ForDevice);
        }

        return await tallies.PauseAsync(OfNetwork, Both(address, network), ForNetwork) ?? await tallies.PauseAsync(OfAll, address, ForAll);
    }

    /// <summary>Says that a try was the right one.</summary>
    public Task SucceededAsync(string address, string network, string? device) => device is not null
        ? tallies.ForgetAsync(OfDevice, Both(address, device))
        : tallies.ForgetAsync(OfNetwork, Both(address, network));

    /// <summary>Begins a try of somebody who is signed in and is asked for the password again.</summary>
    public Task<Duration?> BeginAgainAsync(Guid runnerId) => tallies.PauseAsync(OfRunner, runnerId.ToString(), ForNetwork);

    /// <summary>Says that it was the right one.</summary>
    public Task SucceededAgainAsync(Guid runnerId) => tallies.ForgetAsync(OfRunner, runnerId.ToString());

    private static string Both(string address, string from) => $"{address}\n{from}";
}
