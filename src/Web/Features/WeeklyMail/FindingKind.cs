namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>What a letter has to say first.</summary>
internal enum FindingKind
{
    /// <summary>Nothing stands out.</summary>
    Calm,

    /// <summary>One run went beyond the longest of the 30 days before it.</summary>
    LongRun,

    /// <summary>The first run after a break went beyond half of the longest before it.</summary>
    LongReturn,

    /// <summary>The last 7 days grew on the four weeks before.</summary>
    Growth,

    /// <summary>The diary raised the level, not the load.</summary>
    Pain,

    /// <summary>There is no score, and the level says why.</summary>
    NoScore,

    /// <summary>The runner paused.</summary>
    Paused,
}
