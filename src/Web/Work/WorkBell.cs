using System.Threading.Channels;

namespace KneeLoad.Web.Work;

/// <summary>Says that work was added or ended, so that the next is handed over. It never waits, so that no answer to a request does.</summary>
public sealed class WorkBell
{
    private readonly Channel<Guid?> rings = Channel.CreateUnbounded<Guid?>();

    /// <summary>The runners whose work changed, one after the other; null stands for work that is nobody's.</summary>
    internal ChannelReader<Guid?> Rings => rings.Reader;

    /// <summary>Says it of a runner, or with null of work that is nobody's. Called after the commit.</summary>
    public void Ring(Guid? runnerId) => rings.Writer.TryWrite(runnerId);
}
