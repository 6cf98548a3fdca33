namespace KneeLoad.Web.Identity;

/// <summary>Writes down what happens to accounts, with the account's key and never an address, and the key of the request, which the answer's log lines share.</summary>
public sealed partial class SecurityLog(ILogger<SecurityLog> logger, IHttpContextAccessor context)
{
    private string Request => context.HttpContext?.TraceIdentifier ?? "none";

    /// <summary>Somebody signed in.</summary>
    public void SignedIn(Guid runnerId) => LogEvent("signed in", runnerId, Request);

    /// <summary>A password was wrong; the key is null where the address is unknown.</summary>
    public void SignInFailed(Guid? runnerId) => LogEvent("sign-in failed", runnerId, Request);

    /// <summary>A try came within a pause, and no password was looked at.</summary>
    public void SignInPaused() => LogEvent("sign-in paused", null, Request);

    /// <summary>Somebody signed out.</summary>
    public void SignedOut(Guid? runnerId) => LogEvent("signed out", runnerId, Request);

    /// <summary>An account was made.</summary>
    public void Registered(Guid runnerId) => LogEvent("registered", runnerId, Request);

    /// <summary>The owner of a fresh installation is there.</summary>
    public void OwnerMade(Guid runnerId) => LogEvent("became the owner", runnerId, Request);

    /// <summary>The installation was passed on.</summary>
    public void OwnershipPassed(Guid to) => LogEvent("was made the owner", to, Request);

    /// <summary>A password was changed or reset.</summary>
    public void PasswordChanged(Guid runnerId) => LogEvent("password changed", runnerId, Request);

    /// <summary>A link to a new password was asked for; whether the address has an account is looked up later.</summary>
    public void ResetAsked() => LogEvent("password reset asked for", null, Request);

    /// <summary>The owner made a link to a new password.</summary>
    public void ResetMade(Guid runnerId) => LogEvent("the owner made a link to a new password", runnerId, Request);

    /// <summary>The mail address of an account is another.</summary>
    public void AddressChanged(Guid runnerId) => LogEvent("address changed", runnerId, Request);

    /// <summary>The old address of an account was kept or brought back.</summary>
    public void AddressKept(Guid runnerId) => LogEvent("change of address refused", runnerId, Request);

    /// <summary>Sign-ins were ended from another device.</summary>
    public void SignInsEnded(Guid runnerId) => LogEvent("sign-ins ended", runnerId, Request);

    /// <summary>An invitation was made.</summary>
    public void Invited(Guid by) => LogEvent("made an invitation", by, Request);

    /// <summary>An invitation was revoked.</summary>
    public void InvitationRevoked(Guid by) => LogEvent("revoked an invitation", by, Request);

    [LoggerMessage(LogLevel.Information, "Account {RunnerId}: {What} (request {Request}).")]
    private partial void LogAccount(string what, Guid runnerId, string request);

    [LoggerMessage(LogLevel.Information, "No account: {What} (request {Request}).")]
    private partial void LogNobody(string what, string request);

    private void LogEvent(string what, Guid? runnerId, string request)
    {
        if (runnerId is { } known)
        {
            LogAccount(what, known, request);
        }
        else
        {
            LogNobody(what, request);
        }
    }
}
