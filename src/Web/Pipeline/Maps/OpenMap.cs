using KneeLoad.Ingest.Maps;

namespace KneeLoad.Web.Pipeline.Maps;

/// <summary>An open index that closes when its last holder lets it go.</summary>
internal sealed class OpenMap(Guid mapId, MapIndex index)
{
    private int holders = 1;

    public Guid MapId { get; } = mapId;

    public MapIndex Index { get; } = index;

    /// <summary>One holder more; only for who holds it already, or under the lock of who does.</summary>
    public OpenMap Hold()
    {
        Interlocked.Increment(ref holders);
        return this;
    }

    /// <summary>One holder less.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref holders) == 0)
        {
            Index.Dispose();
        }
    }
}
