using KneeLoad.Ingest.Grounds;

namespace KneeLoad.Web.Data.Entities;

/// <summary>What a runner says that a way is made of. It holds for all of their runs, and for nobody else's.</summary>
public sealed class WayCorrection
{
    /// <summary>Who says it.</summary>
    public Guid RunnerId { get; set; }

    /// <summary>Number of the way in OpenStreetMap.</summary>
    public long WayId { get; set; }

    /// <summary>What the ground is made of.</summary>
    public SurfaceClass Class { get; set; }
}
