using KneeLoad.Web.Shared.Notes;

namespace KneeLoad.Web.Pipeline.Maps;

/// <summary>A map cannot be built now, since a file cannot be read or written; it is tried again.</summary>
/// <param name="remark">What stands in the way.</param>
internal sealed class MapAwayException(PlacedRemark remark) : IOException($"{remark.File} {remark.Remark.Kind} {remark.Remark.Name}".Trim())
{
    /// <summary>The fault that stands in the way.</summary>
    public PlacedRemark Remark => remark;
}
