namespace KneeLoad.Web.Hosting;

/// <summary>Settings of who may come in.</summary>
/// <param name="Mode">Who may make an account.</param>
/// <param name="IsSingleUser">Whether this installation is for one person on this machine.</param>
/// <param name="SendsMail">Whether a mail server is set.</param>
public sealed record AccessSettings(RegistrationMode Mode, bool IsSingleUser, bool SendsMail)
{
    /// <summary>Whether an owner was seen: from then on there is one.</summary>
    public bool HasOwner { get; set; }

    /// <summary>Whether a stranger may find a form to register with.</summary>
    public bool ShowsRegistration => !IsSingleUser && (Mode is RegistrationMode.Open || !HasOwner);

    /// <summary>Reads <c>Registration</c>, <c>SingleUser</c> and <c>Mail:Host</c>.</summary>
    /// <exception cref="SettingException">One of them says something else, or they do not go together.</exception>
    public static AccessSettings From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var stated = configuration["Registration"];
        if (!Enum.TryParse<RegistrationMode>(stated ?? nameof(RegistrationMode.Closed), ignoreCase: true, out var mode) || !Enum.IsDefined(mode))
        {
            throw new SettingException($"Registration is closed, invite or open, not {stated}.");
        }

        var settings = new AccessSettings(mode, configuration.GetValue("SingleUser", false), !string.IsNullOrEmpty(configuration["Mail:Host"]));
        return settings is { Mode: RegistrationMode.Open, SendsMail: false, IsSingleUser: false }
            ? throw new SettingException(
                "Registration=open needs a mail server: without one nobody shows that an address is theirs, and whoever registers an address sees "
                    + "whether it has an account. Set Mail:Host, or Registration=invite.")
            : settings;
    }
}

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
