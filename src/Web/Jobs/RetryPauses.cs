using KneeLoad.Web.Shared.Hosting;
using Quartz;

namespace KneeLoad.Web.Jobs;

/// <summary>How often a job is tried, and how long is waited in between: growing, so that what is broken is not hammered.</summary>
/// <param name="First">The pause after the first failure; each later one is four times as long.</param>
public sealed record RetryPauses(TimeSpan First)
{
    /// <summary>Tries in all. [1]</summary>
    public const int Tries = 5;

    private const double Growth = 4;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    internal RetryPolicy Policy => RetryPolicy.Exponential(Tries - 1, First, Growth, Longest > First ? Longest : First);

    /// <summary>Reads <c>Jobs:FirstPauseSeconds</c>, 5 where absent.</summary>
    /// <exception cref="SettingException">It is negative.</exception>
    public static RetryPauses From(IConfiguration configuration) => configuration.GetValue("Jobs:FirstPauseSeconds", 5.0) switch
    {
        >= 0 and var seconds => new(TimeSpan.FromSeconds(seconds)),
        _ => throw new SettingException("Jobs:FirstPauseSeconds must not be negative."),
    };
}
