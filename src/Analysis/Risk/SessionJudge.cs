using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Risk;

/// <summary>
/// Judges the sessions of one history in order of start, each against those before it. Windows of 30 days are elapsed time from a
/// session's start, as in the study; the days of creep and of counted distances are local days.
/// </summary>
internal sealed class SessionJudge
{
    private static readonly Duration Window = Duration.FromDays(Published.SpikeWindowDays.Value);
    private static readonly Duration LongWindow = Duration.FromDays(Choices.ReturnDays.Value);

    private readonly IReadOnlyList<TrainingSession> sessions;
    private readonly SessionJudgement[] judgements;
    private readonly LocalDate firstDay;
    private readonly Distance? told;

    /// <summary>Judges all sessions of a history.</summary>
    /// <param name="training">The history.</param>
    /// <param name="longestBefore">Longest run of the month before the runner's first file, as told; null when not told.</param>
    public SessionJudge(TrainingHistory training, Distance? longestBefore)
    {
        sessions = training.Sessions;
        firstDay = training.FirstDay ?? default;
        told = training.IsFirst && longestBefore is { Metres: > 0 } ? longestBefore : null;
        judgements = new SessionJudgement[sessions.Count];
        for (var i = 0; i < judgements.Length; i++)
        {
            judgements[i] = Judge(i);
        }
    }

    /// <summary>One judgement a session, in order of start.</summary>
    public IReadOnlyList<SessionJudgement> Judgements => judgements;

    /// <summary>Index of the first session that starts at or after an instant; the number of sessions when none does.</summary>
    public int FirstFrom(Instant instant)
    {
        var low = 0;
        var high = sessions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sessions[middle].Start < instant ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The longest counted session of the 30 to 120 days before an instant; null when none is known.</summary>
    public SessionJudgement? LongestCountedBefore(Instant instant) =>
        LongestCounted(FirstFrom(instant - LongWindow), FirstFrom(instant - Window));

    /// <summary>The longest counted of some sessions; of equals the earliest; null when no distance is known.</summary>
    public SessionJudgement? LongestCounted(int first, int end)
    {
        SessionJudgement? longest = null;
        foreach (var judgement in judgements.AsSpan(first..end))
        {
            longest = judgement.Counted is { Metres: > 0 } counted && !(counted <= longest?.Counted) ? judgement : longest;
        }

        return longest;
    }

    /// <summary>The told longest run while it still bounds the first 30 days of the first history; null else.</summary>
    public Distance? ToldAt(Instant instant) => sessions.Count > 0 && instant - sessions[0].Start < Window ? told : null;

    private SessionJudgement Judge(int index)
    {
        var session = sessions[index];
        var window = Before.Of(sessions, FirstFrom(session.Start - Window), index);
        var isReturn = index > 0 && window.First == index;
        // Only the earliest session of the window can be a return: every other has that one within its own 30 days.
        var half = isReturn ? HalfBefore(session.Start)
            : window.First < index && judgements[window.First].IsReturn ? judgements[window.First].HalfBeforeBreak
            : null;
        var toldNow = ToldAt(session.Start);
        var (@base, baseKind) = isReturn ? (half, LongestRunBase.HalfBeforeBreak)
            : window.Longest is { } longest ? Largest((half, LongestRunBase.HalfBeforeBreak), (longest, LongestRunBase.Longest), (toldNow, LongestRunBase.Told))
            : (null, LongestRunBase.Longest);
        var notFull = !isReturn && session.Start - sessions[0].Start < Window;
        var why = WhyNotJudged(session, isReturn, @base, notFull, window);
        var most = isReturn || window.Known == 1 || baseKind is LongestRunBase.HalfBeforeBreak || IsEarly(session)
            ? Choices.SpikePoints.Value
            : Choices.DoublePoints.Value;
        var creepBase = why is null ? CreepBase(index) : null;
        var descentBase = DescentBase(session, window);
        return new()
        {
            Session = session,
            IsReturn = isReturn,
            HalfBeforeBreak = half,
            KnownBefore = window.Known,
            UnknownBefore = window.HasUnknown,
            WindowNotFull = notFull,
            Base = @base,
            BaseKind = @base is null ? null : baseKind,
            NotJudged = why,
            Measurement = why is not null ? MeasurementQuality.None : QualityOf(isReturn, notFull, window),
            Points = why is null ? PointsOf(session.Distance, @base, Choices.LeastExcess.Value, most) : 0,
            CreepBase = creepBase,
            CreepPoints = PointsOf(session.Distance, creepBase, Choices.LeastExcess.Value, Choices.SpikePoints.Value),
            DescentBase = descentBase,
            DescentPoints = PointsOf(session.DescentOnSlopes, descentBase, Choices.LeastDescentExcess.Value, Choices.MostDescentPoints.Value),
            Counted = session.Distance is { } distance ? CountedOf(index, distance, window, half, toldNow) : null,
        };
    }

    private static double PointsOf(Distance? measured, Distance? @base, Distance leastExcess, int most) =>
        measured is { } value && @base is { } known ? SpikePoints.Of(value, known, leastExcess, most) : 0;

    private static MeasurementQuality QualityOf(bool isReturn, bool notFull, Before window) =>
        isReturn ? MeasurementQuality.Fair
        : notFull || window.Known == 1 ? MeasurementQuality.Poor
        : window.HasUnknown ? MeasurementQuality.Fair
        : MeasurementQuality.Good;

    // Of equals the first: a base that the half of a break reaches as well says less.
    private static (Distance? Value, LongestRunBase Kind) Largest(params ReadOnlySpan<(Distance? Value, LongestRunBase Kind)> bases)
    {
        var largest = bases[0];
        foreach (var one in bases[1..])
        {
            largest = largest.Value is null || one.Value > largest.Value ? one : largest;
        }

        return largest;
    }

    private NotJudged? WhyNotJudged(TrainingSession session, bool isReturn, Distance? @base, bool notFull, Before window)
    {
        if (session.Distance is not { Metres: > 0 } distance)
        {
            return NotJudged.DistanceUnknown;
        }

        if (isReturn)
        {
            return @base is null ? NotJudged.ReturnWithoutPast : null;
        }

        if (!notFull)
        {
            return @base is null ? NotJudged.NoKnownBase : null;
        }

        var enough = window.Known >= Choices.LeastSessionsBefore.Value;
        return enough && (!IsEarly(session) || distance / @base > Choices.EarlyRatio.Value) ? null : NotJudged.WindowNotFull;
    }

    private bool IsEarly(TrainingSession session) => Period.DaysBetween(firstDay, session.Day) < Choices.LeastDays.Value;

    private Distance? HalfBefore(Instant start) =>
        LongestCountedBefore(start)?.Counted is { } longest ? Choices.ReturnShare.Value.Value * longest : null;

    private Distance? CreepBase(int index)
    {
        var (from, to) = Choices.CreepDays.Value;
        var known = 0;
        Distance? longest = null;
        foreach (var judgement in Days(index, from, to))
        {
            known += judgement.Session.Distance is { Metres: > 0 } ? 1 : 0;
            longest = Max(longest, judgement.Session.Distance);
        }

        return known >= Choices.LeastSessionsBefore.Value ? longest : null;
    }

    private static Distance? DescentBase(TrainingSession session, Before window) =>
        session.DescentOnSlopes is not null && window.KnownDescents >= Choices.LeastSessionsBefore.Value
            ? Max(window.MostDescent, Choices.LeastDescentBase.Value)
            : null;

    // The ceiling rises by at most a tenth a week: a jump never becomes the new normal by itself.
    private Distance CountedOf(int index, Distance distance, Before window, Distance? half, Distance? toldNow)
    {
        var inWindow = Max(Max(LongestCounted(window.First, index)?.Counted, half), toldNow);
        if (inWindow is not { } usual)
        {
            return distance;
        }

        if (IsEarly(sessions[index]))
        {
            return Min(distance, Choices.EarlyCountedFactor.Value * usual);
        }

        var (from, to) = Choices.CountedDays.Value;
        Distance? slowest = null;
        var distances = new List<Distance>();
        foreach (var judgement in Days(index, from, to))
        {
            if (judgement is { Counted: { Metres: > 0 } counted, Session.Distance: { } measured })
            {
                slowest = Max(slowest, counted);
                distances.Add(measured);
            }
        }

        var limit = Published.SpikeFrom.Value * usual;
        if (distances.Count >= Choices.LeastSessionsBefore.Value && Published.SpikeFrom.Value * slowest is { } slow)
        {
            limit = Min(limit, slow > usual ? slow : usual);
        }

        return Min(distance, Max(limit, OftenRun(distances))!.Value);
    }

    // The third longest: what was run on three such days is no jump.
    private static Distance? OftenRun(List<Distance> distances)
    {
        var rank = Choices.CountedRank.Value;
        if (distances.Count < rank)
        {
            return null;
        }

        distances.Sort(static (left, right) => right.Metres.CompareTo(left.Metres));
        return distances[rank - 1];
    }

    // Local days can lie in another order than starts, across the date line: two more days are looked at and then asked.
    private IEnumerable<SessionJudgement> Days(int index, int from, int to)
    {
        var day = sessions[index].Day;
        for (var i = FirstFrom(sessions[index].Start - Duration.FromDays(to + 2)); i < index; i++)
        {
            if (Period.DaysBetween(sessions[i].Day, day) is var ago && ago >= from && ago <= to)
            {
                yield return judgements[i];
            }
        }
    }

    private static Distance? Max(Distance? one, Distance? other) => one is null || other > one ? other : one;

    private static Distance Min(Distance one, Distance other) => one < other ? one : other;

    /// <summary>The sessions of the 30 days before one.</summary>
    private readonly record struct Before(int First, int Known, bool HasUnknown, Distance? Longest, int KnownDescents, Distance? MostDescent)
    {
        public static Before Of(IReadOnlyList<TrainingSession> sessions, int first, int end)
        {
            int known = 0, descents = 0;
            Distance? longest = null, most = null;
            for (var i = first; i < end; i++)
            {
                if (sessions[i].Distance is { Metres: > 0 } distance)
                {
                    known++;
                    longest = Max(longest, distance);
                }

                if (sessions[i].DescentOnSlopes is { } descent)
                {
                    descents++;
                    most = Max(most, descent);
                }
            }

            return new(first, known, known < end - first, longest, descents, most);
        }
    }
}
