using KneeLoad.Ingest.Maps;

namespace KneeLoad.Web.Pipeline.Maps;

/// <summary>The map in use, for as long as this is not disposed: a newer one may come meanwhile, this one stays open.</summary>
public sealed class MapLease : IDisposable
{
    private readonly OpenMap? open;
    private int given;

    internal MapLease(OpenMap? open) => this.open = open;

    /// <summary>Key of the map; null when there is none.</summary>
    public Guid? MapId => open?.MapId;

    /// <summary>Its index; null when there is none.</summary>
    public MapIndex? Index => open?.Index;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref given, 1) == 0)
        {
            open?.Release();
        }
    }
}
