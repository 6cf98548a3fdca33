namespace KneeLoad.Web.Features.Account;

/// <summary>What the runner told of the own foot strike.</summary>
public enum FootStrikeAnswer
{
    /// <summary>Nothing.</summary>
    NotTold,

    /// <summary>Heel first.</summary>
    Heel,

    /// <summary>Middle or front of the foot first.</summary>
    MidOrFore,
}
