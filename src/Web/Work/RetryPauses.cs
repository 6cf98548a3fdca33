using KneeLoad.Web.Shared.Hosting;
using NodaTime;

namespace KneeLoad.Web.Work;

/// <summary>How often work is tried, and how long is waited in between: growing, so that what is broken is not hammered.</summary>
/// <param name="First">The pause after the first failure; each later one is four times as long.</param>
public sealed record RetryPauses(TimeSpan First)
{
    /// <summary>Tries in all. [1]</summary>
    public const int Tries = 5;

    /// <summary>No pause is longer, save a first one that was set so.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private const double Growth = 4;

    /// <summary>Reads <c>Jobs:FirstPauseSeconds</c>, 5 where absent.</summary>
    /// <exception cref="SettingException">It is negative.</exception>
    public static RetryPauses From(IConfiguration configuration) => configuration.GetValue("Jobs:FirstPauseSeconds", 5.0) switch
    {
        >= 0 and var seconds => new(TimeSpan.FromSeconds(seconds)),
        _ => throw new SettingException("Jobs:FirstPauseSeconds must not be negative."),
    };

    /// <summary>The pause after a number of tries, from 1.</summary>
    public Duration After(int tries)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tries, 1);
        var pause = First * Math.Pow(Growth, tries - 1);
        return Duration.FromTimeSpan(pause < Longest ? pause : First > Longest ? First : Longest);
    }
}
