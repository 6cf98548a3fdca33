using NodaTime;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>Seven weeks of an invented runner: 3.6 km every third day, and one run of 5.4 km two days ago.</summary>
internal static class MadeHistory
{
    public static readonly Instant Now = Instant.FromUtc(2026, 5, 6, 15, 0);

    public static (string Name, byte[] Content)[] Files { get; } =
    [
        .. Enumerable.Range(0, 15).Select(i => ($"easy-{i:00}.fit", MadeRun.Fit(Now - Duration.FromDays(49 - (3 * i)) - Duration.FromHours(8)))),
        ("long.fit", MadeRun.Fit(Now - Duration.FromDays(2) - Duration.FromHours(8), minutes: 30)),
    ];
}
