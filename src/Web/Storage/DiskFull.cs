using KneeLoad.Web.Data.Health;

namespace KneeLoad.Web.Storage;

/// <summary>Tells a full disk from other faults, wherever in the chain it shows.</summary>
public static class DiskFull
{
    private const int NoSpace = 28;
    private const int OverQuota = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>True when the fault says that there is no room left.</summary>
    public static bool Is(Exception fault)
    {
        for (var inner = fault; inner is not null; inner = inner.InnerException)
        {
            if (inner is IOException { HResult: NoSpace or OverQuota or WindowsDiskFull } || DatabaseFull.IsItself(inner))
            {
                return true;
            }
        }

        return false;
    }
}
