using NodaTime;

namespace KneeLoad.Web.Data.Entities;

/// <summary>One stored week of a runner.</summary>
public sealed class Week
{
    /// <summary>The runner to whom it belongs.</summary>
    public Guid RunnerId { get; set; }

    /// <summary>Its first day.</summary>
    public LocalDate FirstDay { get; set; }

    /// <summary>WeeklyLoad as JSON.</summary>
    public string Load { get; set; } = "";

    /// <summary>
    /// Its runs and walks as JSON, as far as an assessment asks for them when they lie long ago; null where an earlier version stored the week.
    /// </summary>
    public string? Runs { get; set; }
}
