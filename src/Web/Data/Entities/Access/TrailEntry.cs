using NodaTime;

namespace KneeLoad.Web.Data.Entities.Access;

/// <summary>One act in the trail of the accounts: who did it, when, and to which account. It holds no address and nothing of anybody's health.</summary>
public sealed class TrailEntry
{
    /// <summary>Key. Later entries have greater ones.</summary>
    public Guid Id { get; set; }

    /// <summary>When it was done.</summary>
    public Instant Moment { get; set; }

    /// <summary>The act.</summary>
    public TrailAct Act { get; set; }

    /// <summary>The one who did it.</summary>
    public TrailActor By { get; set; }

    /// <summary>The account that it was done to; null where it was done to none, or to one that was erased by it.</summary>
    public Guid? RunnerId { get; set; }

    /// <summary>Key of the request, which the log's lines share; empty without one.</summary>
    public string Request { get; set; } = "";
}

/// <summary>Names who did an act.</summary>
public enum TrailActor
{
    /// <summary>The account that it was done to.</summary>
    Account,

    /// <summary>The owner, on a page.</summary>
    Owner,

    /// <summary>Somebody at the machine's command line.</summary>
    Console,

    /// <summary>Somebody who was not signed in.</summary>
    Stranger,
}

/// <summary>Names the acts of the trail.</summary>
public enum TrailAct
{
    /// <summary>Signed in.</summary>
    SignedIn,

    /// <summary>Signed out.</summary>
    SignedOut,

    /// <summary>Made the account.</summary>
    Registered,

    /// <summary>Tried to make an account with an address that has one.</summary>
    RegisteredTwice,

    /// <summary>Became the owner of a fresh installation.</summary>
    OwnerMade,

    /// <summary>Passed the installation on to the account.</summary>
    OwnershipPassed,

    /// <summary>Set another password.</summary>
    PasswordChanged,

    /// <summary>Made a link to a new password of the account.</summary>
    ResetMade,

    /// <summary>Set another mail address.</summary>
    AddressChanged,

    /// <summary>Kept the old mail address, or brought it back.</summary>
    AddressKept,

    /// <summary>Ended sign-ins.</summary>
    SignInsEnded,

    /// <summary>Ended links that work without a sign-in.</summary>
    LinksEnded,

    /// <summary>Made a personal token.</summary>
    TokenMade,

    /// <summary>Ended a personal token.</summary>
    TokenEnded,

    /// <summary>Made an invitation.</summary>
    Invited,

    /// <summary>Revoked an invitation.</summary>
    InvitationRevoked,

    /// <summary>Took an export of the account.</summary>
    Exported,

    /// <summary>Erased an account.</summary>
    Erased,

    /// <summary>Read the list of accounts, the trail, or the state of the work.</summary>
    Read,

    /// <summary>Had work tried again that was given up.</summary>
    WorkRetried,
}
