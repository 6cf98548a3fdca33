using KneeLoad.Web.Data.Entities;
using NodaTime;

namespace KneeLoad.Web.Identity;

/// <summary>The outcome of a sign-in.</summary>
/// <param name="Runner">Who is signed in; null for nobody.</param>
/// <param name="Wait">How long to wait before the next try; null where it may come at once.</param>
/// <param name="MustConfirm">Whether the password is right and the address not yet confirmed.</param>
public sealed record SignInOutcome(Runner? Runner, Duration? Wait, bool MustConfirm);

/// <summary>Names how it ended when a signed-in runner was asked for the password again.</summary>
public enum AgainOutcome
{
    /// <summary>It was the right one.</summary>
    Right,

    /// <summary>It was another.</summary>
    Wrong,

    /// <summary>It came within the pause after wrong ones, and was not looked at.</summary>
    Paused,
}
