using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Plausibility.Distances;

/// <summary>
/// Leaves out altitudes that were not measured: the zero of FIT's scale, what no place on earth has, a leap that comes back,
/// and what lies before a leap at either end, as where a watch starts at sea level until it has a fix.
/// </summary>
internal static class PlausibleAltitude
{
    // FIT counts from -500 m: a raw 0. The lowest shore on earth lies at -430 m.
    private const double LowestGround = -499;

    // The highest summit lies at 8,849 m.
    private const double HighestGround = 9_000;
    private const double Leap = 50;
    private const double LeapWithin = 10;

    // A receiver that is looking for its fix has found it after so long; the ends of a short recording are shorter.
    private const double EndsLast = 5 * 60;
    private const double EndsShare = 0.25;

    /// <summary>The activity with the altitudes that can be; the same one where all can.</summary>
    public static Activity Of(Activity activity)
    {
        var records = activity.Records;
        if (records.AltitudeMetres is not { MeasuredCount: > 0 } column || records.TimeUnixSeconds?.ToArray() is not { } times)
        {
            return activity;
        }

        var altitudes = column.ToArray();
        var ends = Math.Min(EndsLast, EndsShare * (times[^1] - times[0]));
        var left = WithoutImpossible(altitudes)
            + WithoutBursts(altitudes, times)
            + WithoutBeginning(altitudes, times, ends)
            + WithoutEnd(altitudes, times, ends);
        if (left == 0)
        {
            return activity;
        }

        var cleaned = left >= column.MeasuredCount ? null : Column.Of(altitudes);
        return (activity with { Records = records.With(RecordField.EnhancedAltitude, cleaned).With(RecordField.Altitude, cleaned) })
            .Noting(NoteKind.AltitudesLeftOut, left);
    }

    private static int WithoutImpossible(Span<double> altitudes)
    {
        var left = 0;
        foreach (ref var altitude in altitudes)
        {
            if (altitude is < LowestGround or > HighestGround)
            {
                altitude = double.NaN;
                left++;
            }
        }

        return left;
    }

    private static int WithoutBursts(Span<double> altitudes, ReadOnlySpan<double> times)
    {
        var (left, good) = (0, -1);
        for (var i = 0; i < altitudes.Length; i++)
        {
            if (double.IsNaN(altitudes[i]))
            {
                continue;
            }

            if (good >= 0 && IsLeap(altitudes, times, good, i) && Return(altitudes, times, good, i) is { } back)
            {
                left += Clear(altitudes[i..back]);
                i = back;
            }

            good = i;
        }

        return left;
    }

    /// <summary>The first record after a leap that is back where it came from, at once or by another leap; null where none is.</summary>
    private static int? Return(ReadOnlySpan<double> altitudes, ReadOnlySpan<double> times, int good, int from)
    {
        var previous = from;
        for (var i = from + 1; i < altitudes.Length && times[i] - times[good] <= EndsLast; i++)
        {
            if (Math.Abs(altitudes[i] - altitudes[good]) <= Leap && (times[i] - times[good] <= LeapWithin || IsLeap(altitudes, times, previous, i)))
            {
                return i;
            }

            previous = double.IsNaN(altitudes[i]) ? previous : i;
        }

        return null;
    }

    private static int WithoutBeginning(Span<double> altitudes, ReadOnlySpan<double> times, double ends)
    {
        var cut = 0;
        var previous = -1;
        for (var i = 0; i < altitudes.Length && !(times[i] - times[0] > ends); i++)
        {
            if (double.IsNaN(altitudes[i]))
            {
                continue;
            }

            cut = previous >= 0 && IsLeap(altitudes, times, previous, i) ? i : cut;
            previous = i;
        }

        return Clear(altitudes[..cut]);
    }

    private static int WithoutEnd(Span<double> altitudes, ReadOnlySpan<double> times, double ends)
    {
        var cut = altitudes.Length;
        var next = -1;
        for (var i = altitudes.Length - 1; i >= 0 && !(times[^1] - times[i] > ends); i--)
        {
            if (double.IsNaN(altitudes[i]))
            {
                continue;
            }

            cut = next >= 0 && IsLeap(altitudes, times, i, next) ? next : cut;
            next = i;
        }

        return Clear(altitudes[cut..]);
    }

    private static bool IsLeap(ReadOnlySpan<double> altitudes, ReadOnlySpan<double> times, int from, int to) =>
        Math.Abs(altitudes[to] - altitudes[from]) > Leap && times[to] - times[from] <= LeapWithin;

    private static int Clear(Span<double> altitudes)
    {
        var left = 0;
        foreach (ref var altitude in altitudes)
        {
            left += double.IsNaN(altitude) ? 0 : 1;
            altitude = double.NaN;
        }

        return left;
    }
}
