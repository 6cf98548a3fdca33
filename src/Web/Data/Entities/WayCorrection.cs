using KneeLoad.Ingest.Grounds;

namespace KneeLoad.Web.Data.Entities;

/// <summary>A runner's word on what a way is made of. It holds for all of their runs, and for nobody else's.</summary>
public sealed class WayCorrection
{
    /// <summary>The runner who says it.</summary>
    public Guid RunnerId { get; set; }

    /// <summary>Number of the way in OpenStreetMap.</summary>
    public long WayId { get; set; }

    /// <summary>The surface of the ground.</summary>
    public SurfaceClass Class { get; set; }
}
