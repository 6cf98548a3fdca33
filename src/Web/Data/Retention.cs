using NodaTime;

namespace KneeLoad.Web.Data;

/// <summary>
/// One kind of data with the time that it is kept. The code lets go by these times, and the privacy page and its document are written
/// from them; the words of a kind stand under its name in the texts.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Kept">The time that it is kept; null where another event ends it, which the words say.</param>
/// <param name="IsHealth">Whether it is health data, or says where somebody was.</param>
public sealed record Retention(string Name, Duration? Kept, bool IsHealth)
{
    /// <summary>Shown assessments: as long as an assessment's own inputs reach back.</summary>
    public static readonly Duration ShownAssessments = Duration.FromDays(400);

    /// <summary>Weekly mails: as long as the link in them ends the weekly mail.</summary>
    public static readonly Duration Mails = Duration.FromDays(400);

    /// <summary>The link that ends the weekly mail.</summary>
    public static readonly Duration UnsubscribeLinks = Duration.FromDays(400);

    /// <summary>The link to enter pain: what happened a month ago is nothing to tell from a mail.</summary>
    public static readonly Duration PainLinks = Duration.FromDays(30);

    /// <summary>The link that confirms an address.</summary>
    public static readonly Duration ConfirmationLinks = Duration.FromDays(7);

    /// <summary>Sign-ins, however often they are used.</summary>
    public static readonly Duration SignIns = Duration.FromDays(90);

    /// <summary>Personal tokens: the longest that one can be made for.</summary>
    public static readonly Duration Tokens = Duration.FromDays(365);

    /// <summary>The trail of what was done to accounts.</summary>
    public static readonly Duration Trail = Duration.FromDays(180);

    /// <summary>Name, reason and hash of a file that was rejected. The file itself is not kept.</summary>
    public static readonly Duration RejectedFiles = Duration.FromDays(90);

    /// <summary>Files of which a part has come, counted from the last byte.</summary>
    public static readonly Duration PartialFiles = Duration.FromDays(2);

    /// <summary>Deleted runs, which can be brought back so long.</summary>
    public static readonly Duration DeletedRuns = Duration.FromDays(7);

    /// <summary>Backups: advice to whoever makes them.</summary>
    public static readonly Duration Backups = Duration.FromDays(30);

    /// <summary>All kinds, in the order in which they are told.</summary>
    public static IReadOnlyList<Retention> All { get; } =
    [
        new("Account", null, IsHealth: false),
        new("Consents", null, IsHealth: false),
        new("Files", null, IsHealth: true),
        new("RejectedFiles", RejectedFiles, IsHealth: false),
        new("PartialFiles", PartialFiles, IsHealth: true),
        new("Runs", null, IsHealth: true),
        new("DeletedRuns", DeletedRuns, IsHealth: true),
        new("Diary", null, IsHealth: true),
        new("Told", null, IsHealth: true),
        new("ShownAssessments", ShownAssessments, IsHealth: true),
        new("Mails", Mails, IsHealth: true),
        new("UnsubscribeLinks", UnsubscribeLinks, IsHealth: false),
        new("PainLinks", PainLinks, IsHealth: false),
        new("ConfirmationLinks", ConfirmationLinks, IsHealth: false),
        new("SignIns", SignIns, IsHealth: false),
        new("Tokens", Tokens, IsHealth: false),
        new("Trail", Trail, IsHealth: false),
        new("Work", null, IsHealth: false),
        new("Audits", null, IsHealth: false),
        new("Logs", null, IsHealth: false),
        new("Backups", Backups, IsHealth: true),
        new("Erased", null, IsHealth: false),
    ];

    /// <summary>The time that a link in a mail works, by its purpose.</summary>
    public static Duration OfLink(string purpose) => purpose switch
    {
        "Unsubscribe" => UnsubscribeLinks,
        "PainEntry" => PainLinks,
        _ => ConfirmationLinks,
    };
}
