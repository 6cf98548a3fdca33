using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using KneeLoad.Ingest.Bytes;
using KneeLoad.Ingest.Maps.Faults;
using KneeLoad.Ingest.Maps.Places;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Ingest.Remarks;
using NodaTime;

namespace KneeLoad.Ingest.Maps;

/// <summary>
/// A surface index, memory-mapped: ways to run on with their surface, by cell. One that opens is whole: its checksum has
/// been held against every byte. Many threads may read it at once.
/// </summary>
public sealed class MapIndex : IDisposable
{
    /// <summary>The credit that has to stand wherever a surface or a map is shown.</summary>
    public const string Attribution = "© OpenStreetMap contributors";

    private const int Piece = 1 << 20;
    private readonly MappedFile file;
    private readonly MapIndexHeader header;
    private readonly uint[] cells;

    private MapIndex(MappedFile file, MapIndexHeader header, uint[] cells)
    {
        this.file = file;
        this.header = header;
        this.cells = cells;
    }

    /// <summary>South-west corner of what it holds.</summary>
    public GeoPoint SouthWest => header.SouthWest.ToGeoPoint();

    /// <summary>North-east corner of what it holds.</summary>
    public GeoPoint NorthEast => header.NorthEast.ToGeoPoint();

    /// <summary>State of the map data; null where an extract does not say it.</summary>
    public Instant? DataTime => header.DataUnixSeconds is { } seconds ? Instant.FromUnixTimeSeconds(seconds) : null;

    /// <summary>Number of ways.</summary>
    public int Ways => header.Ways;

    /// <summary>Number of straight pieces of ways.</summary>
    public long Segments => header.Segments;

    /// <summary>Length of the file. [bytes]</summary>
    public long Bytes => header.FileLength;

    /// <summary>Opens an index.</summary>
    /// <returns>The index, or why it is refused.</returns>
    public static (MapIndex? Index, MapRefusal? Refusal) Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            var length = new FileInfo(path).Length;
            return length < MapIndexHeader.Length
                ? (null, new(path, MapFault.Foreign, RemarkKind.NoIndex))
                : Check(path, length, new MappedFile(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, new(path, MapFault.Unreachable, RemarkKind.IndexNotOpened));
        }
    }

    /// <summary>Whether the map covers a place; if not, nothing is known there, not even that there is no way.</summary>
    public bool Covers(GeoPoint place) => MapPoint.Of(place) is { } point && Array.BinarySearch(cells, MapCells.Of(point)) >= 0;

    /// <summary>Number and name of a way.</summary>
    /// <param name="number">Its number in this index, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such way.</exception>
    public MapWay WayAt(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, header.Ways);
        Span<byte> entry = stackalloc byte[MapIndexHeader.WayEntry];
        file.Read(header.WaysFrom + ((long)number * MapIndexHeader.WayEntry), entry);
        return new(BinaryPrimitives.ReadInt64LittleEndian(entry), NameAt(BinaryPrimitives.ReadUInt32LittleEndian(entry[sizeof(long)..])));
    }

    /// <summary>The ways near a track as a graph.</summary>
    /// <param name="track">Places in the order they were passed.</param>
    /// <param name="reach">How far from the track a way may lie. [m]</param>
    /// <exception cref="ArgumentOutOfRangeException">The reach is not above 0.</exception>
    public MapNetwork NetworkAlong(ReadOnlySpan<GeoPoint> track, Distance reach) => MapNetwork.Along(this, track, reach);

    /// <summary>The ways around a track as lines, to draw a map of it.</summary>
    /// <param name="track">Places in the order they were passed.</param>
    /// <param name="reach">How far from the track a way may lie; of a longer one only what lies there is given. [m]</param>
    /// <param name="mostPoints">Most places of all lines together. Where there are more, lines are left out, the farthest first.</param>
    /// <returns>The lines, nearest first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The reach is not above 0, or the number of points is below 0.</exception>
    public IReadOnlyList<MapLine> WaysAlong(ReadOnlySpan<GeoPoint> track, Distance reach, int mostPoints)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mostPoints);
        return new NetworkLines(NetworkAlong(track, reach), track, reach).Within(this, mostPoints);
    }

    /// <summary>The bytes of a cell.</summary>
    /// <param name="cell">Which.</param>
    /// <param name="buffer">Grows as needed and holds the bytes.</param>
    /// <returns>None where the map has no way, or no map is.</returns>
    internal ReadOnlySpan<byte> ReadCell(uint cell, ref byte[] buffer)
    {
        var index = Array.BinarySearch(cells, cell);
        if (index < 0)
        {
            return default;
        }

        Span<byte> entry = stackalloc byte[MapIndexHeader.PlaceEntry];
        file.Read(header.Directory + ((long)cells.Length * sizeof(uint)) + ((long)index * MapIndexHeader.PlaceEntry), entry);
        var (from, length) = (BinaryPrimitives.ReadInt64LittleEndian(entry), BinaryPrimitives.ReadUInt32LittleEndian(entry[sizeof(long)..]));
        if (from < MapIndexHeader.Length || from > header.Directory || length > header.Directory - from)
        {
            throw Damaged();
        }

        if (buffer.Length < length)
        {
            buffer = new byte[Math.Max((int)length, buffer.Length < int.MaxValue / 2 ? 2 * buffer.Length : 0)];
        }

        file.Read(from, buffer.AsSpan(0, (int)length));
        return buffer.AsSpan(0, (int)length);
    }

    /// <summary>Makes the exception for an index whose checksum is right and whose content makes no sense.</summary>
    internal static InvalidDataException Damaged() => new("The surface index is damaged: build it anew.");

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private static (MapIndex? Index, MapRefusal? Refusal) Check(string path, long length, MappedFile mapped)
    {
        var bytes = new byte[Piece];
        mapped.Read(0, bytes.AsSpan(0, MapIndexHeader.Length));
        var (found, fault, reason) = MapIndexHeader.Read(bytes.AsSpan(0, MapIndexHeader.Length), length);
        if (found is not { } sound)
        {
            mapped.Dispose();
            return (null, new(path, fault, reason, 0));
        }

        var checksum = uint.MaxValue;
        for (long from = MapIndexHeader.Length; from < length; from += Piece)
        {
            var part = bytes.AsSpan(0, (int)Math.Min(Piece, length - from));
            mapped.Read(from, part);
            checksum = ByteSink.Append(checksum, part);
        }

        if (~checksum != sound.Checksum)
        {
            mapped.Dispose();
            return (null, new(path, MapFault.Damaged, RemarkKind.IndexChecksumWrong));
        }

        var directory = new byte[(long)sound.Cells * sizeof(uint)];
        mapped.Read(sound.Directory, directory);
        var numbers = MemoryMarshal.Cast<byte, uint>(directory).ToArray();
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(numbers, numbers);
        }

        return (new(mapped, sound, numbers), null);
    }

    private string? NameAt(uint name)
    {
        if (name == 0)
        {
            return null;
        }

        if (name >= header.Names)
        {
            throw Damaged();
        }

        Span<byte> ends = stackalloc byte[2 * sizeof(uint)];
        file.Read(header.NameEndsFrom + ((long)(name - 1) * sizeof(uint)), ends);
        var (from, to) = (BinaryPrimitives.ReadUInt32LittleEndian(ends), BinaryPrimitives.ReadUInt32LittleEndian(ends[sizeof(uint)..]));
        if (to < from || to > header.FileLength - header.NamesFrom || to - from > MapIndexHeader.LongestName)
        {
            throw Damaged();
        }

        Span<byte> text = stackalloc byte[(int)(to - from)];
        file.Read(header.NamesFrom + from, text);
        return Encoding.UTF8.GetString(text);
    }
}
