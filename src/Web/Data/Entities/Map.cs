using NodaTime;

namespace KneeLoad.Web.Data.Entities;

/// <summary>One state of the folder of map extracts, and the surface index that is built of it. The newest ready one is in use.</summary>
public sealed class Map
{
    /// <summary>Key; also the key of its work and the name of its index.</summary>
    public Guid Id { get; set; }

    /// <summary>SHA-256 over names, sizes and times of the extracts, hex: the same folder makes one row.</summary>
    public string Fingerprint { get; set; } = "";

    /// <summary>Names of the extracts, one a line.</summary>
    public string Files { get; set; } = "";

    /// <summary>Its state.</summary>
    public MapState State { get; set; }

    /// <summary>
    /// Why there is no index, or what the extracts of a ready one may lack, without words (PlacedRemark); null when nothing is wrong, or the fault is
    /// ours.
    /// </summary>
    public string? Reason { get; set; }

    /// <summary>Bytes read so far, in both passes. [bytes]</summary>
    public long BytesRead { get; set; }

    /// <summary>Bytes to read in both passes. [bytes]</summary>
    public long BytesToRead { get; set; }

    /// <summary>Share of the whole work that is done. [1]</summary>
    public double Share { get; set; }

    /// <summary>When its folder was seen first.</summary>
    public Instant Created { get; set; }

    /// <summary>When the build that runs now, or ran last, was begun.</summary>
    public Instant? Started { get; set; }

    /// <summary>When the build ended; null while it waits.</summary>
    public Instant? Finished { get; set; }

    /// <summary>State of the map data; null until known, or where an extract does not say it.</summary>
    public Instant? DataTime { get; set; }

    /// <summary>Ways to run on.</summary>
    public int Ways { get; set; }

    /// <summary>Straight pieces of them.</summary>
    public long Segments { get; set; }

    /// <summary>Length of the index. [bytes]</summary>
    public long Bytes { get; set; }
}

/// <summary>The state of a map.</summary>
public enum MapState
{
    /// <summary>Its build has not begun, or is begun again.</summary>
    Waiting,

    /// <summary>Its index is being built.</summary>
    Building,

    /// <summary>Its index is there.</summary>
    Ready,

    /// <summary>There is no index of it, and the reason is said.</summary>
    Refused,
}
