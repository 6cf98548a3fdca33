using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Signals;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Gradients;

/// <summary>
/// Ascent and descent of a run: the sums of rises and falls that are larger than the sensor's own wandering.
/// What altitude does during a pause does not count.
/// </summary>
/// <param name="Ascent">Metres up. [m]</param>
/// <param name="Descent">Metres down. [m]</param>
internal readonly record struct Climb(Distance Ascent, Distance Descent)
{
    /// <summary>Sums rises and falls; null when no altitude was measured.</summary>
    /// <param name="timeline">The records' times.</param>
    /// <param name="altitude">NaN where not measured. [m]</param>
    public static Climb? Of(Timeline timeline, ReadOnlySpan<double> altitude)
    {
        var climb = default(Climb);
        var measured = false;
        var dense = IsDense(timeline);
        var (isHeld, isCalm) = (IsHeld(altitude), IsCalm(altitude));
        foreach (var stretch in Stretches(timeline))
        {
            var (seconds, metres) = Measured(timeline.Seconds.AsSpan()[stretch], altitude[stretch]);
            measured |= metres.Length > 0;
            climb += (dense, isHeld, isCalm) switch
            {
                (true, _, _) => BetweenTurns(
                    MovingMean.Of(seconds, metres, Choices.ClimbWindow.Value), (isHeld ? Choices.ClimbTurnOfHeldAltitude : Choices.ClimbTurn).Value.Metres),
                (_, true, _) => BySteps(metres, Choices.ClimbStepOfHeldAltitude.Value.Metres),
                (_, _, true) => BetweenTurns(metres, Choices.ClimbTurnOfCalmAltitude.Value.Metres),
                _ => BySteps(metres, Choices.ClimbStep.Value.Metres),
            };
        }

        return measured ? climb : null;
    }

    /// <summary>Sum of two climbs. [m]</summary>
    public static Climb operator +(Climb one, Climb other) => new(one.Ascent + other.Ascent, one.Descent + other.Descent);

    /// <summary>Sums from turn to turn; a turn is where altitude has come back by the threshold.</summary>
    internal static Climb BetweenTurns(ReadOnlySpan<double> metres, double threshold)
    {
        double ascent = 0, descent = 0;
        if (metres.IsEmpty)
        {
            return default;
        }

        double from = metres[0], low = from, high = from;
        var rising = 0;
        foreach (var value in metres)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
            if (rising <= 0 && value - low >= threshold)
            {
                descent += rising < 0 ? from - low : 0;
                (from, high, rising) = (low, value, 1);
            }
            else if (rising >= 0 && high - value >= threshold)
            {
                ascent += rising > 0 ? high - from : 0;
                (from, low, rising) = (high, value, -1);
            }
        }

        ascent += rising > 0 ? high - from : 0;
        descent += rising < 0 ? from - low : 0;
        return new Climb(new Distance(ascent), new Distance(descent));
    }

    /// <summary>Sums changes since the altitude that counted last, each once it reaches the threshold.</summary>
    internal static Climb BySteps(ReadOnlySpan<double> metres, double threshold)
    {
        double ascent = 0, descent = 0;
        var last = metres.IsEmpty ? 0 : metres[0];
        foreach (var value in metres)
        {
            if (Math.Abs(value - last) >= threshold)
            {
                ascent += Math.Max(0, value - last);
                descent += Math.Max(0, last - value);
                last = value;
            }
        }

        return new Climb(new Distance(ascent), new Distance(descent));
    }

    /// <summary>Stretches without a pause, or with short ones only: the timer stopped for a moment, the runner hardly.</summary>
    private static IEnumerable<Range> Stretches(Timeline timeline)
    {
        var start = 0;
        for (var i = 1; i < timeline.Segments.Length; i++)
        {
            var next = timeline.Segments[i].Start.Value;
            if (timeline.Seconds[next] - timeline.Seconds[next - 1] > Choices.ClimbAcrossPause.Value.TotalSeconds)
            {
                yield return start..next;
                start = next;
            }
        }

        if (timeline.Count > 0)
        {
            yield return start..timeline.Count;
        }
    }

    private static bool IsDense(Timeline timeline)
    {
        var gaps = timeline.Gaps[..Math.Max(0, timeline.Count - 1)];
        Array.Sort(gaps);
        return gaps.Length == 0 || gaps[gaps.Length / 2] <= Choices.DenseRecording.Value.TotalSeconds;
    }

    /// <summary>Whether a device holds its altitude and moves it by whole metres only; a few smaller changes are its corrections.</summary>
    private static bool IsHeld(ReadOnlySpan<double> altitude)
    {
        int changes = 0, small = 0;
        var last = double.NaN;
        foreach (var value in altitude)
        {
            var change = Math.Abs(value - last);
            changes += change > 0 ? 1 : 0;
            small += change > 0 && change < Choices.HeldAltitude.Value.Metres ? 1 : 0;
            last = double.IsNaN(value) ? last : value;
        }

        return small <= Choices.HeldAltitudeExceptions.Value.Value * changes && changes <= Choices.HeldAltitudeMoves.Value.Value * altitude.Length;
    }

    /// <summary>Whether altitude seldom turns back from one record to the next: the device has taken its sensor's wandering out.</summary>
    private static bool IsCalm(ReadOnlySpan<double> altitude)
    {
        int measured = 0, turns = 0;
        double last = double.NaN, direction = 0;
        foreach (var value in altitude)
        {
            if (double.IsNaN(value))
            {
                continue;
            }

            measured++;
            var change = value - last;
            if (Math.Abs(change) > 0)
            {
                turns += change * direction < 0 ? 1 : 0;
                direction = change;
            }

            last = value;
        }

        return turns <= Choices.CalmAltitude.Value.Value * measured;
    }

    private static (double[] Seconds, double[] Metres) Measured(ReadOnlySpan<double> seconds, ReadOnlySpan<double> altitude)
    {
        var (at, metres) = (new double[altitude.Length], new double[altitude.Length]);
        var count = 0;
        for (var i = 0; i < altitude.Length; i++)
        {
            if (!double.IsNaN(altitude[i]))
            {
                (at[count], metres[count]) = (seconds[i], altitude[i]);
                count++;
            }
        }

        return (at[..count], metres[..count]);
    }
}
