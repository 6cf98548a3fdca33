using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Shared;
using NodaTime;

namespace KneeLoad.Web.Data.Reading;

/// <summary>How a runner reads, from the stored settings.</summary>
public static class RunnerFormats
{
    /// <summary>The runner's zone; UTC where the stored name is no longer known.</summary>
    public static DateTimeZone Zone(this Runner runner) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(runner.TimeZone) ?? DateTimeZone.Utc;

    /// <summary>The runner's units and zone.</summary>
    public static RunnerFormat Format(this Runner runner) => new(runner.Units, runner.Zone());
}
