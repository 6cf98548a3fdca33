using NodaTime;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>The clock of a running service, which each fact may set to one of its own.</summary>
internal sealed class CurrentClock : IClock
{
    /// <summary>The clock that is read; the system's until a fact sets another.</summary>
    public IClock Source { get; set; } = SystemClock.Instance;

    public Instant GetCurrentInstant() => Source.GetCurrentInstant();
}
