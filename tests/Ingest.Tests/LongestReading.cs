using System.Diagnostics;

namespace KneeLoad.Ingest.Tests;

/// <summary>The longest that any content may take: five seconds, where a sound file takes a thousandth of one.</summary>
internal static class LongestReading
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>Reads, and fails where that takes too long twice in a row: a machine that stood still once is no slow reader.</summary>
    public static T Of<T>(Func<T> read)
    {
        var start = Stopwatch.GetTimestamp();
        var result = read();
        if (Stopwatch.GetElapsedTime(start) > Limit)
        {
            start = Stopwatch.GetTimestamp();
            result = read();
            Assert.True(Stopwatch.GetElapsedTime(start) <= Limit, "The reading took more than five seconds, twice.");
        }

        return result;
    }
}
