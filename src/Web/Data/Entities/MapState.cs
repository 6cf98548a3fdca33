namespace KneeLoad.Web.Data.Entities;

/// <summary>Where a map stands.</summary>
public enum MapState
{
    /// <summary>Its build has not begun, or is begun again.</summary>
    Waiting,

    /// <summary>Its index is being built.</summary>
    Building,

    /// <summary>Its index is there.</summary>
    Ready,

    /// <summary>There is no index of it, and the reason is said.</summary>
    Refused,
}
