using System.Runtime.CompilerServices;
using KneeLoad.Ingest.Bytes;
using KneeLoad.Ingest.Maps.Places;

namespace KneeLoad.Ingest.Maps.Osm;

/// <summary>The nodes of one block that ways need: number and place. Used again for the next block.</summary>
internal sealed class OsmNodes
{
    // Places are in 1e-9 degrees after scaling; no granularity of a real extract is above 100, and none of the format's use above this.
    private const long CoarsestGranularity = 1_000_000;
    private const long FarthestOffset = 1_000_000_000_000;
    private const int Nanodegrees = 100;
    private const int RecentBits = 10;

    private long granularity = 100, latitudeOffset, longitudeOffset;
    private long unitsAStep;
    private readonly uint[] lately = [.. Enumerable.Repeat(uint.MaxValue, 1 << RecentBits)];
    private long lastId;

    /// <summary>Numbers of the nodes.</summary>
    public List<long> Ids { get; } = [];

    /// <summary>Whether these rise.</summary>
    public bool AreRising { get; private set; }

    /// <summary>Their places, as <see cref="MapPoint.Key"/>.</summary>
    public List<long> Places { get; } = [];

    /// <summary>Cells in which a node lies, needed or not; those that this reader named lately may be left out.</summary>
    public List<uint> Cells { get; } = [];

    /// <summary>Reads the nodes of a block.</summary>
    /// <returns>False when the bytes contradict the format.</returns>
    public bool Read(ReadOnlySpan<byte> block, NodeFilter needed)
    {
        Ids.Clear();
        Places.Clear();
        Cells.Clear();
        (granularity, latitudeOffset, longitudeOffset) = (100, 0, 0);
        (lastId, AreRising) = (long.MinValue, true);
        if (!ReadScale(block))
        {
            return false;
        }

        var sound = true;
        var cursor = new ByteCursor(block);
        while (!cursor.AtEnd)
        {
            var field = cursor.ReadField();
            if (field.IsPiece(OsmGroups.Group))
            {
                sound &= ReadGroup(cursor.ReadPiece(), needed);
            }
            else
            {
                cursor.Skip(field);
            }
        }

        return sound && !cursor.Failed;
    }

    /// <summary>Reads the scale from numbers to degrees, which stands after the nodes.</summary>
    private bool ReadScale(ReadOnlySpan<byte> block)
    {
        var cursor = new ByteCursor(block);
        while (!cursor.AtEnd)
        {
            var field = cursor.ReadField();
            switch (field)
            {
                case { Number: 17, WireType: ProtoField.Varint }:
                    granularity = unchecked((long)cursor.ReadVarint());
                    break;
                case { Number: 19, WireType: ProtoField.Varint }:
                    latitudeOffset = unchecked((long)cursor.ReadVarint());
                    break;
                case { Number: 20, WireType: ProtoField.Varint }:
                    longitudeOffset = unchecked((long)cursor.ReadVarint());
                    break;
                default:
                    cursor.Skip(field);
                    break;
            }
        }

        // PERF: real extracts have whole units, which need no division.
        unitsAStep = granularity % Nanodegrees == 0 && latitudeOffset == 0 && longitudeOffset == 0 ? granularity / Nanodegrees : 0;
        return !cursor.Failed && granularity is > 0 and <= CoarsestGranularity
            && latitudeOffset is >= -FarthestOffset and <= FarthestOffset && longitudeOffset is >= -FarthestOffset and <= FarthestOffset;
    }

    private bool ReadGroup(ReadOnlySpan<byte> group, NodeFilter needed)
    {
        var sound = true;
        var cursor = new ByteCursor(group);
        while (!cursor.AtEnd)
        {
            var field = cursor.ReadField();
            if (field.IsPiece(OsmGroups.DenseNodes))
            {
                sound &= ReadDense(cursor.ReadPiece(), needed);
            }
            else if (field.IsPiece(OsmGroups.PlainNode))
            {
                sound &= ReadPlain(cursor.ReadPiece(), needed);
            }
            else
            {
                cursor.Skip(field);
            }
        }

        return sound && !cursor.Failed;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadDense(ReadOnlySpan<byte> dense, NodeFilter needed)
    {
        ReadOnlySpan<byte> ids = default, latitudes = default, longitudes = default;
        var cursor = new ByteCursor(dense);
        while (!cursor.AtEnd)
        {
            var field = cursor.ReadField();
            if (field.IsPiece(1))
            {
                ids = cursor.ReadPiece();
            }
            else if (field.IsPiece(8))
            {
                latitudes = cursor.ReadPiece();
            }
            else if (field.IsPiece(9))
            {
                longitudes = cursor.ReadPiece();
            }
            else
            {
                cursor.Skip(field);
            }
        }

        var eachId = new ByteCursor(ids);
        var eachLatitude = new ByteCursor(latitudes);
        var eachLongitude = new ByteCursor(longitudes);
        long id = 0, latitude = 0, longitude = 0;
        while (!eachId.AtEnd)
        {
            // Differences add up to what fits by the format; where they do not, the place is off the globe.
            id = unchecked(id + eachId.ReadSigned());
            latitude = unchecked(latitude + eachLatitude.ReadSigned());
            longitude = unchecked(longitude + eachLongitude.ReadSigned());
            Add(id, latitude, longitude, needed);
        }

        return !(cursor.Failed || eachId.Failed || eachLatitude.Failed || eachLongitude.Failed) && eachLatitude.AtEnd && eachLongitude.AtEnd;
    }

    private bool ReadPlain(ReadOnlySpan<byte> node, NodeFilter needed)
    {
        long id = 0, latitude = long.MaxValue, longitude = long.MaxValue;
        var cursor = new ByteCursor(node);
        while (!cursor.AtEnd)
        {
            var field = cursor.ReadField();
            switch (field)
            {
                case { Number: 1, WireType: ProtoField.Varint }:
                    id = cursor.ReadSigned();
                    break;
                case { Number: 8, WireType: ProtoField.Varint }:
                    latitude = cursor.ReadSigned();
                    break;
                case { Number: 9, WireType: ProtoField.Varint }:
                    longitude = cursor.ReadSigned();
                    break;
                default:
                    cursor.Skip(field);
                    break;
            }
        }

        Add(id, latitude, longitude, needed);
        return !cursor.Failed;
    }

    /// <summary>Keeps a needed node; one off the globe is left out, and ways break there as at any node that an extract lacks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(long id, long latitude, long longitude, NodeFilter needed)
    {
        if (!NodeKeys.IsNode(id) || !MapPoint.TryOf(ToUnits(latitude, latitudeOffset), ToUnits(longitude, longitudeOffset), out var point))
        {
            return;
        }

        // PERF: nodes that follow one another are mostly neighbours; the same few cells come again and again.
        var cell = MapCells.Of(point);
        ref var recent = ref lately[unchecked(cell * 0x9E37_79B9) >> (32 - RecentBits)];
        if (cell != recent)
        {
            Cells.Add(cell);
            recent = cell;
        }

        if (needed.MayHave(id))
        {
            AreRising &= id >= lastId;
            lastId = id;
            Ids.Add(id);
            Places.Add(point.Key);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long ToUnits(long value, long offset) => value is <= -FarthestOffset or >= FarthestOffset
        ? long.MaxValue
        : unitsAStep > 0 ? unitsAStep * value : (offset + (granularity * value)) / Nanodegrees;
}
