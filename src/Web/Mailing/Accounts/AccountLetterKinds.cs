using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity.Access;
using NodaTime;

namespace KneeLoad.Web.Mailing.Accounts;

/// <summary>The letters about accounts.</summary>
public static class AccountLetterKinds
{
    private static readonly LetterLink Forgotten = new("account/forgotten");
    private static readonly LetterLink SignIn = new("account/signin");

    /// <summary>Leads to a new password that was asked for.</summary>
    public static readonly LetterKind Reset = new("reset-password", "Access.Letter.Reset.")
    {
        Link = new AccountTokenLink(AccountLinkPurpose.ResetPassword, AccountAddresses.ResetPage, AccountLinks.ResetLife),
        IsWanted = runner => runner.ConfirmBy is null,
    };

    /// <summary>Asks whether the address of a new account is its runner's own.</summary>
    public static readonly LetterKind Confirm = new("confirm-account", "Access.Letter.Confirm.")
    {
        Link = new AccountTokenLink(AccountLinkPurpose.ConfirmAccount, "account/confirm", AccountLinks.AddressLife),
        IsWanted = runner => runner.ConfirmBy is not null,
    };

    /// <summary>Tells a runner that somebody gave the address of their account.</summary>
    public static readonly LetterKind Known = new("known-address", "Access.Letter.Known.") { Link = Forgotten };

    /// <summary>Tells the old address that another was asked for, and keeps it or brings it back.</summary>
    public static readonly LetterKind KeepAddress = new("keep-address", "Access.Letter.KeepAddress.")
    {
        Link = new AccountTokenLink(AccountLinkPurpose.KeepAddress, "account/address/keep", AccountLinks.AddressLife),
    };

    /// <summary>Asks whether a new address is the runner's own.</summary>
    public static readonly LetterKind NewAddress = new("new-address", "Access.Letter.NewAddress.")
    {
        Link = new AccountTokenLink(AccountLinkPurpose.NewAddress, "account/address/confirm", AccountLinks.AddressLife),
    };

    /// <summary>Tells the old address that the account has another.</summary>
    public static readonly LetterKind AddressChanged = new("address-changed", "Access.Letter.AddressChanged.");

    /// <summary>Tells that the password is another.</summary>
    public static readonly LetterKind PasswordChanged = new("password-changed", "Access.Letter.PasswordChanged.") { Link = Forgotten };

    /// <summary>Tells that sign-ins were ended.</summary>
    public static readonly LetterKind SignInsEnded = new("sign-ins-ended", "Access.Letter.SignInsEnded.") { Link = Forgotten };

    /// <summary>Tells that a program was given a token.</summary>
    public static readonly LetterKind TokenMade = new("token-made", "Access.Letter.TokenMade.") { Link = Forgotten };

    /// <summary>Tells the new owner of the installation.</summary>
    public static readonly LetterKind BecameOwner = new("became-owner", "Access.Letter.BecameOwner.") { Link = SignIn };

    /// <summary>Tells the owner before that the installation was passed on.</summary>
    public static readonly LetterKind PassedOn = new("passed-on", "Access.Letter.PassedOn.") { Link = SignIn };

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<LetterKind> All { get; } =
        [Reset, Confirm, Known, KeepAddress, NewAddress, AddressChanged, PasswordChanged, SignInsEnded, TokenMade, BecameOwner, PassedOn];
}

/// <summary>A link in a letter whose token is one of <see cref="AccountLinks"/>, about the address that the letter was queued for.</summary>
/// <param name="Purpose">The one thing that it does.</param>
/// <param name="Page">Path of its page.</param>
/// <param name="Life">How long it is good.</param>
internal sealed record AccountTokenLink(AccountLinkPurpose Purpose, string Page, Duration Life) : TokenLink(Page, Life)
{
    public override Task KeepAsync(IServiceProvider services, Letter letter, string token, CancellationToken cancellationToken) =>
        services.GetRequiredService<AccountLinks>().KeepAsync(token, Purpose, letter.RunnerId, Life, letter.To, cancellationToken);

    public override async Task<bool> OpensAsync(IServiceProvider services, string token, CancellationToken cancellationToken) =>
        await services.GetRequiredService<AccountLinks>().FindAsync(token, Purpose, cancellationToken) is not null;

    public override Task<bool> WouldEndAsync(IServiceProvider services, Letter letter, CancellationToken cancellationToken) =>
        services.GetRequiredService<AccountLinks>().WouldEndAsync(Purpose, letter.RunnerId, cancellationToken);
}
