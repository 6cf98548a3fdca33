using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Plausibility;

/// <summary>The ways in which a recording is made odd.</summary>
internal sealed partial class OddRecording
{
    private void Gap() => Shift(Place(), times.Length, Pick(Seconds));

    private void SetBack() => Shift(Place(), times.Length, -Pick(Seconds));

    private void Excursion()
    {
        var (from, to) = Span();
        Shift(from, to, Pick(Seconds));
        Shift(to, times.Length, Pick(0, 0, 1, 60, 900));
    }

    private void UnsetClock()
    {
        var begins = Pick(0.0, 1, 631_065_600, 915_148_800, 946_684_799, 946_684_800) - MadeActivity.UnixSeconds(MadeActivity.Morning);
        Shift(0, Pick(times.Length, Place(), Place()), begins);
    }

    private void Repeat()
    {
        var (from, to) = Span();
        order = [.. order[..to], .. order[from..to], .. order[to..]];
    }

    private void Reverse() => Array.Reverse(order);

    private void SwapParts()
    {
        var (from, to) = Span();
        order = [.. order[to..], .. order[from..to], .. order[..from]];
    }

    private void LoseTimes() => Fill(times, double.NaN);

    private void Double() => times[Place()] = times[Place()];

    private void Shiver()
    {
        for (var i = 1; i < times.Length; i += 2)
        {
            times[i] -= 1;
        }
    }

    private void Jump()
    {
        var (from, to) = Span();
        var by = Pick(Jumps) / MetresPerDegree;
        for (var i = from; i < (Chance(0.5) ? to : times.Length); i++)
        {
            north[i] += by;
        }
    }

    private void Detour()
    {
        var (from, to) = Span();
        var by = Pick(Jumps) / MetresPerDegree;
        for (var i = from; i < to; i++)
        {
            east[i] += by * (i - from + 1);
        }
    }

    private void LosePlaces()
    {
        var (from, to) = Span();
        north.AsSpan(from..to).Fill(double.NaN);
        east.AsSpan(from..to).Fill(double.NaN);
    }

    private void NoPlaces()
    {
        Array.Fill(north, double.NaN);
        Array.Fill(east, double.NaN);
    }

    private void AroundTheWorld()
    {
        for (var i = 0; i < times.Length; i++)
        {
            east[i] = i % 2 == 0 ? 179.9999 : -179.9999;
        }
    }

    private void ResetDistance()
    {
        var from = Place();
        var by = metres[from] - Pick(0, 0, 5, 10, 20, 100);
        for (var i = from; i < metres.Length; i++)
        {
            metres[i] -= by;
        }
    }

    private void LeapDistance()
    {
        var (from, to) = Span();
        for (var i = from; i < (Chance(0.4) ? to : metres.Length); i++)
        {
            metres[i] += Pick(Jumps);
        }
    }

    private void NoDistance() => Array.Fill(metres, double.NaN);

    private void HoldDistance() => Fill(metres, Pick(double.NaN, 0, metres[0]));

    private void State() => activity = activity with
    {
        TotalDistance = new Distance(metres.Where(double.IsFinite).DefaultIfEmpty(0).Max() * Pick(Shares)),
        TotalTimer = Pick<Duration?>(null, Duration.FromSeconds((times[^1] - times[0] is > 0 and var lasts ? lasts : 60) * Pick(Shares))),
        TotalElapsed = Pick<Duration?>(null, Duration.FromSeconds(600)),
    };

    private void Climb()
    {
        var (from, to) = Span();
        var by = Pick(-899, -899.5, 49, 50, 51, -51, 8_599, 8_600, 8_601, 9_000);
        for (var i = from; i < (Chance(0.6) ? to : times.Length); i++)
        {
            altitudes[i] = Chance(0.05) ? double.NaN : altitudes[i] + by;
        }
    }

    private void Speeds()
    {
        var (from, to) = Span();
        speeds.AsSpan(from..to).Fill(Pick(double.NaN, -1, 0, 12, 12.5));
        Array.Fill(metres, double.NaN);
    }

    private void Pods()
    {
        var native = Pick<RecordField?>(RecordField.Distance, RecordField.Speed, null);
        var values = native == RecordField.Distance ? metres.Select(value => value / 1_000) : speeds.Select(value => value + 0.1);
        pods.Add(new(Pick("Distance", "Speed", "GCT"), Pick("km", "KM ", "m", "m/s", "ms", null), native, Ingest.Activities.Column.Of([.. values])));
        Array.Fill(metres, double.NaN);
    }

    private void Words() => activity = activity with
    {
        Sport = Pick(null, "", "generic"),
        SubSport = Pick(SubSports),
        SportText = Pick(Names),
        ListedSport = Pick(Names),
        Name = Pick(Names),
    };

    private void Dates()
    {
        var weeks = Duration.FromDays(7 * Pick(0, 0, 1_024, 2_048, 3_072));
        Shift(0, times.Length, -weeks.TotalSeconds);
        var began = Instant.FromUnixTimeSeconds((long)(double.IsFinite(times[0]) ? times[0] : 0));
        activity = activity with
        {
            IsLocalTime = Chance(0.3),
            IsDayUnsure = Chance(0.2),
            Start = Pick<Instant?>(null, began - Duration.FromSeconds(Pick(0, 10, 3_599, 3_600, 3_601)), began + Duration.FromHours(3)),
            DeviceSince = Pick<LocalDate?>(null, new LocalDate(2026, 10, 5), new LocalDate(2026, 10, 6), new LocalDate(2020, 1, 1)),
            FileCreated = Pick<Instant?>(null, MadeActivity.Morning, began + weeks + Duration.FromDays(2), began + weeks + Duration.FromSeconds(172_801)),
        };
        Shift(0, times.Length, Pick(0, 0, 27 * 86_400, 28 * 86_400 + (18 * 3_600), 29 * 86_400));
    }

    private void Laps()
    {
        var lap = Math.Max(1, times.Length / 3);
        activity = activity with
        {
            Laps =
            [
                .. Enumerable.Range(0, 3).Where(i => i * lap < times.Length && double.IsFinite(times[i * lap])).Select(i => new Lap(
                    Instant.FromUnixTimeTicks((long)(times[i * lap] * NodaConstants.TicksPerSecond)),
                    Duration.FromSeconds(lap),
                    Pick<Duration?>(null, Duration.FromSeconds(lap), Duration.FromSeconds(lap), Duration.FromSeconds(lap)),
                    Pick<Distance?>(null, new Distance(lap * 3), new Distance(lap * 3), new Distance(lap * 3)))),
            ],
        };
    }

    private void Pause()
    {
        var (from, to) = Span();
        if (to < times.Length && double.IsFinite(times[from]) && times[to] > times[from])
        {
            var (start, end) = (Instant.FromUnixTimeTicks((long)(times[from] * 1e7)), Instant.FromUnixTimeTicks((long)(times[to] * 1e7)));
            activity = activity with { Pauses = [new Pause(start, end)] };
        }
    }
}
