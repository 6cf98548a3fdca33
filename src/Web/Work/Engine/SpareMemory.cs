namespace KneeLoad.Web.Work.Engine;

/// <summary>
/// Memory that a piece of work took and nobody needs any more. The collector keeps what one large file wanted for the next one, which may
/// never come; on a machine that does other things too it goes back to the system.
/// </summary>
internal static class SpareMemory
{
    /// <summary>A process that holds more than this after a piece of work gives back what it can. [bytes]</summary>
    private const long Most = 350_000_000;

    /// <summary>The shortest pause between two times, as each looks through the whole heap. [ms]</summary>
    private const long Pause = 60_000;

    private static long next = Environment.TickCount64;

    /// <summary>Gives it back where there is much, now and then.</summary>
    public static void GiveBack()
    {
        var (now, due) = (Environment.TickCount64, Volatile.Read(ref next));
        if (now >= due && Environment.WorkingSet > Most && Interlocked.CompareExchange(ref next, now + Pause, due) == due)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
