using KneeLoad.Web.Data.Entities;
using NodaTime;

namespace KneeLoad.Web.Identity;

/// <summary>How a sign-in ended.</summary>
/// <param name="Runner">Who is signed in; null for nobody.</param>
/// <param name="Wait">How long to wait before the next try; null where it may come at once.</param>
/// <param name="MustConfirm">Whether the password is right and the address not yet confirmed.</param>
public sealed record SignInOutcome(Runner? Runner, Duration? Wait, bool MustConfirm);
