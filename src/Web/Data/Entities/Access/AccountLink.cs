using NodaTime;

namespace KneeLoad.Web.Data.Entities.Access;

/// <summary>A link or word that opens one door once: into this installation, or to an account. Only the hash of its token is stored.</summary>
public sealed class AccountLink
{
    /// <summary>Key, by which lists name it.</summary>
    public Guid Id { get; set; }

    /// <summary>SHA-256 of the token, hex.</summary>
    public string TokenHash { get; set; } = "";

    /// <summary>The one thing that it does.</summary>
    public AccountLinkPurpose Purpose { get; set; }

    /// <summary>The account that it is about; the owner's for an invitation; null for the owner's word.</summary>
    public Guid? RunnerId { get; set; }

    /// <summary>The mail address that it is about; null for none.</summary>
    public string? Address { get; set; }

    /// <summary>When it was made.</summary>
    public Instant Created { get; set; }

    /// <summary>Not good from this moment on.</summary>
    public Instant Expires { get; set; }
}

/// <summary>Names what an account link does.</summary>
public enum AccountLinkPurpose
{
    /// <summary>Makes the account that is registered with it the owner's.</summary>
    OwnersWord,

    /// <summary>Lets one person register.</summary>
    Invitation,

    /// <summary>Sets a new password.</summary>
    ResetPassword,

    /// <summary>Confirms the address of a new account.</summary>
    ConfirmAccount,

    /// <summary>Confirms the new address of an account.</summary>
    NewAddress,

    /// <summary>Keeps the address of an account, or brings it back.</summary>
    KeepAddress,
}
