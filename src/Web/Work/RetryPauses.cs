using KneeLoad.Web.Hosting;
using NodaTime;

namespace KneeLoad.Web.Work;

/// <summary>The tries of work and the pauses between them, which grow, so that what is broken is not hammered.</summary>
/// <param name="First">The pause after the first failure.</param>
public sealed record RetryPauses(TimeSpan First)
{
    /// <summary>No kind of work pauses for longer, save with a first pause that was set so.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>
    /// The pauses of work that another server has to take: a minute, twice as long each time up to an hour, for about three days. A server
    /// that puts a stranger off wants to see the same again some minutes later, and one that is down may be so for a weekend.
    /// </summary>
    public static RetryPauses ForServers { get; } = new(TimeSpan.FromMinutes(1)) { Tries = 72, Growth = 2, Most = Longest };

    /// <summary>Tries in all. [1]</summary>
    public int Tries { get; init; } = 5;

    /// <summary>Each pause is so many times as long as the one before. [1]</summary>
    public double Growth { get; init; } = 4;

    /// <summary>No pause is longer, save a first one that was set so.</summary>
    public TimeSpan Most { get; init; } = TimeSpan.FromMinutes(10);

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
        var longest = First > Most ? First : Most;
        var pause = First.TotalSeconds * Math.Pow(Growth, tries - 1);
        return pause < longest.TotalSeconds ? Duration.FromSeconds(pause) : Duration.FromTimeSpan(longest);
    }
}
