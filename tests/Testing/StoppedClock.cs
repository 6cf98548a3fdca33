using NodaTime;

namespace KneeLoad.Testing;

/// <summary>A clock that stands where a test put it.</summary>
/// <param name="now">Where it stands.</param>
public sealed class StoppedClock(Instant now) : IClock
{
    /// <summary>The instant that it shows; a test moves it, forward or back.</summary>
    public Instant Now { get; set; } = now;

    /// <inheritdoc/>
    public Instant GetCurrentInstant() => Now;
}
