using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Shared;

namespace KneeLoad.Web.Data.Reading;

/// <summary>How a runner reads, from the stored settings.</summary>
public static class RunnerFormats
{
    /// <summary>The runner's units and zone.</summary>
    public static RunnerFormat Format(this Runner runner)
    {
        ArgumentNullException.ThrowIfNull(runner);
        return new(runner.Units, runner.Zone);
    }
}
