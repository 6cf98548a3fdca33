using KneeLoad.Web.Data.Entities;
using NodaTime;

namespace KneeLoad.Web.Identity;

/// <summary>The outcome of a sign-in.</summary>
/// <param name="Runner">Who is signed in; null for nobody.</param>
/// <param name="Wait">How long to wait before the next try; null where it may come at once.</param>
/// <param name="MustConfirm">Whether the password is right and the address not yet confirmed.</param>
public sealed record SignInOutcome(Runner? Runner, Duration? Wait, bool MustConfirm);

/// <summary>The outcome of asking a signed-in runner for the password again.</summary>
/// <param name="IsRight">Whether it was the right one.</param>
/// <param name="Wait">How long to wait before the next try, where it came within the pause after wrong ones and was not looked at.</param>
public sealed record AgainOutcome(bool IsRight, Duration? Wait);
