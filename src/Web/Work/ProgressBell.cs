namespace KneeLoad.Web.Work;

/// <summary>Wakes those who watch a runner's work in this process, after each of its commits. A ring that nobody waits for costs nothing.</summary>
public sealed class ProgressBell
{
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, List<Watch>> watches = [];

    /// <summary>Begins to watch a runner's work.</summary>
    /// <param name="runnerId">The runner.</param>
    /// <param name="most">So many may watch it at one time. [1]</param>
    /// <returns>Null when so many do already.</returns>
    public Watch? Begin(Guid runnerId, int most)
    {
        lock (gate)
        {
            if (!watches.TryGetValue(runnerId, out var here))
            {
                watches.Add(runnerId, here = []);
            }

            if (here.Count >= most)
            {
                return null;
            }

            var watch = new Watch(this, runnerId);
            here.Add(watch);
            return watch;
        }
    }

    /// <summary>Wakes those who watch a runner's work. Called after the commit.</summary>
    public void Ring(Guid runnerId)
    {
        lock (gate)
        {
            foreach (var watch in watches.GetValueOrDefault(runnerId) ?? [])
            {
                watch.Wake();
            }
        }
    }

    private void End(Watch watch)
    {
        lock (gate)
        {
            if (watches.TryGetValue(watch.RunnerId, out var here) && here.Remove(watch) && here.Count == 0)
            {
                watches.Remove(watch.RunnerId);
            }
        }
    }

    /// <summary>Waits for one who watches.</summary>
    public sealed class Watch : IDisposable
    {
        private readonly SemaphoreSlim woken = new(0);
        private readonly ProgressBell bell;

        internal Watch(ProgressBell bell, Guid runnerId) => (this.bell, RunnerId) = (bell, runnerId);

        internal Guid RunnerId { get; }

        /// <summary>Waits for the next ring, or for so long: work of another process rings no bell here.</summary>
        public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => woken.WaitAsync(atMost, cancellationToken);

        /// <inheritdoc/>
        public void Dispose()
        {
            bell.End(this);
            woken.Dispose();
        }

        internal void Wake()
        {
            if (woken.CurrentCount == 0)
            {
                woken.Release();
            }
        }
    }
}
