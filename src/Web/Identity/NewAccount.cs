namespace KneeLoad.Web.Identity;

/// <summary>The parts that an account is made of.</summary>
/// <param name="Mail">The mail address.</param>
/// <param name="Password">The password.</param>
public sealed record NewAccount(string Mail, string Password)
{
    /// <summary>IANA name of the browser's zone; UTC where it is none.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whether the runner agreed that health data is stored; dated now.</summary>
    public bool Storing { get; init; }

    /// <summary>Whether the runner agreed that it is scored; dated now.</summary>
    public bool Scoring { get; init; }

    /// <summary>Whether it is the owner's, unless another is at the same instant.</summary>
    public bool IsOwner { get; init; }

    /// <summary>Whether nobody signs in to it before its address is confirmed.</summary>
    public bool MustConfirm { get; init; }
}
