using System.Collections.Immutable;

namespace KneeLoad.Analysis.Loads;

/// <summary>The cells of one run, in a fixed order: gait, forefoot, speed, cadence, gradient. Compares by content.</summary>
/// <param name="Cells">At most one cell for each way of moving.</param>
public sealed record CellTable(ImmutableArray<LoadCell> Cells)
{
    /// <summary>A run without movement.</summary>
    public static CellTable Empty { get; } = new([]);

    /// <inheritdoc/>
    public bool Equals(CellTable? other) => other is not null && Cells.AsSpan().SequenceEqual(other.Cells.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Cells.Length;
}
