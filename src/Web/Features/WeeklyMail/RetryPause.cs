using NodaTime;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>How long is waited after an attempt that was put off.</summary>
public static class RetryPause
{
    /// <summary>The longest of them.</summary>
    public static Duration Longest { get; } = Duration.FromHours(1);

    /// <summary>The pause after an attempt: a minute, then twice as long each time.</summary>
    /// <param name="attempts">Attempts so far, from 1. [1]</param>
    public static Duration After(int attempts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        var pause = Duration.FromMinutes(Math.Pow(2, Math.Min(attempts - 1, 10)));
        return pause < Longest ? pause : Longest;
    }
}
