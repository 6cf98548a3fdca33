using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Fit.Columns;

/// <summary>
/// Expands a field into the wider one that it is a component of (FIT protocol, section "Components"): in the profile's
/// record, speed gives enhanced_speed and altitude gives enhanced_altitude, each with the same scale and offset.
/// </summary>
internal static class ComponentExpansion
{
    /// <summary>Fills the wide column from the narrow one, wherever a record has no wide value of its own.</summary>
    /// <remarks>A file with the narrow column alone has both as one: the values are equal and share the memory.</remarks>
    public static void Fill(Column?[] columns, RecordField narrow, RecordField wide)
    {
        var (source, target) = (columns[(int)narrow], columns[(int)wide]);
        if (source is not null && (target is null || target.MeasuredCount < target.Length))
        {
            columns[(int)wide] = target is null ? source : Merge(target, source);
        }
    }

    private static Column Merge(Column target, Column source)
    {
        var merged = target.ToArray();
        for (var row = 0; row < merged.Length; row++)
        {
            merged[row] = double.IsNaN(merged[row]) ? source[row] ?? double.NaN : merged[row];
        }

        return Column.Of(merged);
    }
}
