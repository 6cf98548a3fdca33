using NodaTime;

namespace KneeLoad.Web.Data.Entities;

/// <summary>One weekly mail. Unique by runner and ISO week: that row makes it once-only.</summary>
public sealed class WeeklyMail
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>To whom.</summary>
    public Guid RunnerId { get; set; }

    /// <summary>ISO week of sending in the runner's zone (2026-W47).</summary>
    public string IsoWeek { get; set; } = "";

    /// <summary>Message-ID, fixed before the first attempt, the same in every attempt.</summary>
    public string MessageId { get; set; } = "";

    /// <summary>Subject; null until composed.</summary>
    public string? Subject { get; set; }

    /// <summary>Plain text; null until composed.</summary>
    public string? TextBody { get; set; }

    /// <summary>HTML; null until composed.</summary>
    public string? HtmlBody { get; set; }

    /// <summary>The assessment that it speaks of, as JSON with model version; null until composed.</summary>
    public string? Assessment { get; set; }

    /// <summary>The day that its words speak of; null where they are to be written, anew too after an attempt that was put off.</summary>
    public LocalDate? Day { get; set; }

    /// <summary>The day that its words ask about; null until written.</summary>
    public LocalDate? PainDay { get; set; }

    /// <summary>Its state. A mail that still waits has a row of work.</summary>
    public MailState State { get; set; }

    /// <summary>When it was made.</summary>
    public Instant Created { get; set; }

    /// <summary>When a server took it; null until then.</summary>
    public Instant? Sent { get; set; }

    /// <summary>Why it was given up, without addresses; null where it was not.</summary>
    public string? LastError { get; set; }
}

/// <summary>The state of a mail.</summary>
public enum MailState
{
    /// <summary>To be sent.</summary>
    Waiting,

    /// <summary>Taken by a server, or written as a file where there is none.</summary>
    Sent,

    /// <summary>Refused for good, or too old to send.</summary>
    GivenUp,
}
