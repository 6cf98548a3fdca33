using NodaTime;

namespace KneeLoad.Web.Work;

/// <summary>Tells the moment by the machine's own clock, by which work is due and claims run out, whatever clock the runners' days go by.</summary>
public class MachineTime
{
    /// <summary>The machine that this process runs on.</summary>
    public static MachineTime Own { get; } = new();

    /// <summary>The moment now.</summary>
    public virtual Instant Now => SystemClock.Instance.GetCurrentInstant();
}
