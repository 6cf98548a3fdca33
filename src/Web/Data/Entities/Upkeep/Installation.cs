using NodaTime;

namespace KneeLoad.Web.Data.Entities.Upkeep;

/// <summary>Says which installation the database belongs to; the data folder says the same. There is one row.</summary>
public sealed class Installation
{
    /// <summary>The key of the one row.</summary>
    public const int Only = 1;

    /// <summary>Key, always <see cref="Only"/>: of several processes that start at once, one writes it.</summary>
    public int Key { get; set; } = Only;

    /// <summary>The installation.</summary>
    public Guid Id { get; set; }

    /// <summary>When it was first started.</summary>
    public Instant Created { get; set; }
}
