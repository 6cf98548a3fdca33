using MailKit.Security;

namespace KneeLoad.Web.Email;

/// <summary>The section "Mail" of the configuration. Without a host, mails become files.</summary>
public sealed class MailSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Mail";

    private const int ImplicitPort = 465;

    /// <summary>Host name of the mail server, as its certificate says; null for none.</summary>
    public string? Host { get; set; }

    /// <summary>Its port: 587, where TLS begins by STARTTLS, or 465, where the talk begins with TLS.</summary>
    public int Port { get; set; } = 587;

    /// <summary>User name at the server; null when it asks for none.</summary>
    public string? UserName { get; set; }

    /// <summary>Password at the server.</summary>
    public string? Password { get; set; }

    /// <summary>Address that mails come from; null for kneeload@ the host of the public address.</summary>
    public string? From { get; set; }

    /// <summary>True for a relay on this same machine that speaks no TLS. Nothing else is ever spoken to in plain text.</summary>
    public bool LoopbackRelay { get; set; }

    /// <summary>Whether the talk begins with TLS, for a server at another port than 465; null to go by the port.</summary>
    public bool? ImplicitTls { get; set; }

    /// <summary>Longest time that one attempt may take. [s]</summary>
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>The way in which the line becomes safe. STARTTLS is asked for, and its absence ends the talk.</summary>
    public SecureSocketOptions Security =>
        LoopbackRelay ? SecureSocketOptions.None : ImplicitTls ?? Port == ImplicitPort ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;

    /// <summary>Whether an address must be confirmed before mail goes there: where mails become files, nobody is written to.</summary>
    public bool AsksForConfirmation => Host is not null;

    /// <summary>The fault of these settings, in a sentence; null when there is none.</summary>
    public string? Fault => this switch
    {
        { TimeoutSeconds: < 1 or > 600 } => "Mail:TimeoutSeconds lies between 1 and 600.",
        { From: { } from } when !Mailbox.TryParse(from, out _) => "Mail:From is no mail address.",
        { Host: null } => null,
        { Port: < 1 or > 65535 } => "Mail:Port is no port.",
        { LoopbackRelay: true, ImplicitTls: true } => "Mail:LoopbackRelay speaks no TLS: leave out Mail:ImplicitTls.",
        { LoopbackRelay: true, Host: not ("localhost" or "127.0.0.1" or "::1") } =>
            "Mail:LoopbackRelay is for a relay on this machine (localhost); any other server needs STARTTLS.",
        { LoopbackRelay: true, UserName: not null } => "Mail:LoopbackRelay speaks no TLS, so no password is sent to it: leave out Mail:UserName.",
        { UserName: not null, Password: null } => "Mail:UserName is set, Mail:Password is not.",
        _ => null,
    };
}
