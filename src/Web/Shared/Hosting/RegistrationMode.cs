namespace KneeLoad.Web.Shared.Hosting;

/// <summary>Names who may make an account once there is an owner.</summary>
public enum RegistrationMode
{
    /// <summary>Nobody, save by the command line.</summary>
    Closed,

    /// <summary>Whoever has a link from the owner.</summary>
    Invite,

    /// <summary>Anybody who finds the address.</summary>
    Open,
}
