using NodaTime;

namespace KneeLoad.Web.Identity.Limits;

/// <summary>
/// Counts what each token reads in a minute, in this process alone: to read writes nothing. What a token writes is counted in the database, for all
/// processes.
/// </summary>
public sealed class TokenRates(IClock clock)
{
    /// <summary>Readings of one token in a minute. [1]</summary>
    public const int PerMinute = 1_200;

    private const int SecondsOfMinute = 60;

    private readonly Lock guard = new();
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private long minute;

    /// <summary>Counts a reading.</summary>
    /// <returns>Null where it is let through, else how long to wait.</returns>
    public Duration? Count(string token)
    {
        var seconds = clock.GetCurrentInstant().ToUnixTimeSeconds();
        lock (guard)
        {
            if (minute != seconds / SecondsOfMinute)
            {
                minute = seconds / SecondsOfMinute;
                counts.Clear();
            }

            var count = counts[token] = counts.GetValueOrDefault(token) + 1;
            return count <= PerMinute ? null : Duration.FromSeconds(SecondsOfMinute - (seconds % SecondsOfMinute));
        }
    }
}
