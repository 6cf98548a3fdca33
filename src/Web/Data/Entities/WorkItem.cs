using NodaTime;

namespace KneeLoad.Web.Data.Entities;

/// <summary>
/// One piece of work that waits. The row is the truth: it is committed together with the reason for the work and deleted in the
/// transaction that ends it. The job engine only makes that it is looked at soon.
/// </summary>
public sealed class WorkItem
{
    /// <summary>Name of the kind of work, such as import.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Key of the row that the work is about. One row waits for a kind and key at most.</summary>
    public Guid Key { get; set; }

    /// <summary>The runner whose rows the work changes; null for work that is nobody's, such as a map.</summary>
    public Guid? RunnerId { get; set; }

    /// <summary>Its place in the order of work.</summary>
    public WorkRank Rank { get; set; }

    /// <summary>When it was added; older work of a runner comes first.</summary>
    public Instant Added { get; set; }

    /// <summary>Not begun before this moment.</summary>
    public Instant Due { get; set; }

    /// <summary>When it was handed to the job engine; null while it waits for its runner's turn.</summary>
    public Instant? HandedOver { get; set; }

    /// <summary>The claim of the worker who has it in hand, new with every claim; null when nobody has. Every commit of that worker asks for it.</summary>
    public Guid? Claim { get; set; }

    /// <summary>The process of that worker.</summary>
    public Guid? Owner { get; set; }

    /// <summary>When the claim runs out unless its process extends it.</summary>
    public Instant? Until { get; set; }

    /// <summary>Tries that ended by the work's own fault. [1]</summary>
    public int Attempts { get; set; }

    /// <summary>The number of processes that died with this work alone in hand. [1]</summary>
    public int Deaths { get; set; }

    /// <summary>True once a process died with it: from then on it is done alone, so that no other work is blamed for a death.</summary>
    public bool Alone { get; set; }

    /// <summary>True when it was given up. It stays until somebody has it tried again, or its reason is gone.</summary>
    public bool Failed { get; set; }

    /// <summary>The end of the last try, for the owner; null before the first.</summary>
    public string? Reason { get; set; }

    /// <summary>The progress of the work, in words of its own; null at the beginning.</summary>
    public string? Progress { get; set; }
}

/// <summary>Names the kinds of work that rows wait for, as the database, the job engine and the owner's page call them.</summary>
public static class WorkKind
{
    /// <summary>Reads a file and analyses its runs: cadence, surface, foot strike. Key: the upload.</summary>
    public const string Import = "import";

    /// <summary>Reads a file again for a newer version of the model. Key: the upload.</summary>
    public const string Renewal = "renewal";

    /// <summary>Finds duplicates and adds up loads and weeks after an import. Key: the upload.</summary>
    public const string WeeklyLoad = "weekly-load";

    /// <summary>Notes at rows of an earlier version what later ones note as they store them. Key: the runner.</summary>
    public const string CatchUp = "catch-up";

    /// <summary>Matches the runs of an upload with the map in use. Key: the upload.</summary>
    public const string Surface = "surface";

    /// <summary>Finds the uploads that the map in use was not asked about. Key: the map, or <see cref="Guid.Empty"/> for none.</summary>
    public const string SurfaceRound = "surface-round";

    /// <summary>Builds the index of a map. Key: the map.</summary>
    public const string Map = "map";

    /// <summary>Queues the letter that leads to a new password, where the address that was typed has an account. Key: its own.</summary>
    public const string ResetAsked = "reset-asked";

    /// <summary>Queues the letter to an address that somebody registered. Key: its own.</summary>
    public const string Registering = "registering";

    /// <summary>Brings what is stored of a runner in line with what they agreed to. Key: the runner.</summary>
    public const string Consent = "consent";

    /// <summary>Scores a runner's day and writes the letter of it; the weekly mail goes on from there. Key: the weekly mail.</summary>
    public const string Score = "score";

    /// <summary>Hands a written weekly mail to the mail server. Key: the weekly mail.</summary>
    public const string WeeklyMail = "weekly-mail";
}

/// <summary>The order in which waiting work is looked at: people come before machines.</summary>
public enum WorkRank
{
    /// <summary>A person waits for it: a file that was just sent.</summary>
    People,

    /// <summary>A person waits for it and knows that it takes a while: an archive.</summary>
    Archives,

    /// <summary>Nobody waits for it: maps, files that are read again.</summary>
    Machines,

    /// <summary>A person waits for a letter. Letters and weekly mails have hands of their own, since a mail server may let them wait.</summary>
    Letters,

    /// <summary>Weekly mails: they wait for letters.</summary>
    WeeklyMails,
}
