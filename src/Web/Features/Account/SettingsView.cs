using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Features.Account;

/// <summary>The facts that the settings page shows beside the form.</summary>
/// <param name="Mail">The account's address.</param>
/// <param name="IsUnconfirmed">Whether mail waits until the address is confirmed.</param>
/// <param name="Paused">Whether the runner pauses.</param>
/// <param name="Storing">When the runner agreed that health data is stored; null when not.</param>
/// <param name="Scoring">When the runner agreed that it is scored; null when not.</param>
/// <param name="Format">How this runner reads times.</param>
/// <param name="Stored">What the runner stores. [bytes]</param>
/// <param name="MostStored">The most that a runner may store. [bytes]</param>
public sealed record SettingsView(
    string Mail, bool IsUnconfirmed, bool Paused, Instant? Storing, Instant? Scoring, RunnerFormat Format, long Stored, long MostStored);
