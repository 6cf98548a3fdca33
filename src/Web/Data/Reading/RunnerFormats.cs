using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Data.Reading;

/// <summary>Reads a runner's formats from the stored settings.</summary>
public static class RunnerFormats
{
    /// <summary>The runner's units and zone, in a language.</summary>
    public static RunnerFormat Format(this Runner runner, Language language)
    {
        ArgumentNullException.ThrowIfNull(runner);
        return new(language, runner.Units, runner.Zone);
    }
}
