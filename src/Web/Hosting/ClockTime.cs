using NodaTime;

namespace KneeLoad.Web.Hosting;

/// <summary>The injected clock as the framework's own time, so that cookies, jobs and pages agree on what now is.</summary>
internal sealed class ClockTime(IClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.GetCurrentInstant().ToDateTimeOffset();
}
