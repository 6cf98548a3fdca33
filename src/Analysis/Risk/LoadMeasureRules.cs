using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Weeks;
using NodaTime;

namespace KneeLoad.Analysis.Risk;

/// <summary>The four measures of a sudden load increase; the largest counts, on a tie the first.</summary>
internal static class LoadMeasureRules
{
    private const double Unjudged = -1;

    /// <summary>Judges the four measures of a day.</summary>
    public static (LongestRun LongestRun, Creep Creep, Descent Descent, Week Week) Judge(TrainingHistory training, SessionJudge judge, LocalDate asOf)
    {
        var recent = RecentSessions.Of(judge, asOf);
        var run = recent.Heaviest(judgement => judgement.NotJudged is null, judgement => judgement.Points);
        var creep = recent.Heaviest(judgement => judgement.CreepBase is not null, judgement => judgement.CreepPoints);
        var descent = recent.Heaviest(judgement => judgement.DescentBase is not null, judgement => judgement.DescentPoints);
        var week = WeekRule.Judge(training, asOf);

        // Of equals the first counts, and an unjudged one only where none was judged.
        (FactorId Id, double Held)[] measures =
        [
            (FactorId.LongestRun, run?.Held ?? Unjudged),
            (FactorId.Creep, creep?.Held ?? Unjudged),
            (FactorId.Descent, descent?.Held ?? Unjudged),
            (FactorId.Week, week.NotJudged is null ? week.Points : Unjudged),
        ];
        var counting = measures.MaxBy(measure => measure.Held).Id;
        return (
            RunRow(run, recent) with { Counts = counting is FactorId.LongestRun },
            CreepRow(creep, recent) with { Counts = counting is FactorId.Creep },
            DescentRow(descent, recent) with { Counts = counting is FactorId.Descent },
            week with { Counts = counting is FactorId.Week });
    }

    private static LongestRun RunRow(HeldSession? held, RecentSessions recent) => held is { Judgement: var judgement }
        ? new()
        {
            Points = Rounding.ToPoints(held.Held),
            Counts = false,
            Measurement = judgement.Measurement,
            Session = held.Session,
            Distance = judgement.Session.Distance,
            Base = judgement.Base,
            BaseKind = judgement.BaseKind,
            IsReturn = judgement.IsReturn,
            PointsOnItsDay = Rounding.ToPoints(judgement.Points),
            SessionsBefore = judgement.KnownBefore,
            UnknownDistanceBefore = judgement.UnknownBefore,
            WindowNotFull = judgement.WindowNotFull,
            LessThanLeastExcess = judgement.Ratio > Published.SpikeFrom.Value && judgement.Session.Distance - judgement.Base < Choices.LeastExcess.Value,
            UnknownSessions = recent.UnknownDistances,
        }
        : new()
        {
            Points = 0,
            Counts = false,
            Measurement = MeasurementQuality.None,
            NotJudged = recent.Latest?.NotJudged ?? NotJudged.NoRecentSession,
            UnknownSessions = recent.UnknownDistances,
        };

    private static Creep CreepRow(HeldSession? held, RecentSessions recent) => held is { Judgement: var judgement }
        ? new()
        {
            Points = Rounding.ToPoints(held.Held),
            Counts = false,
            Measurement = judgement.Measurement,
            Session = held.Session,
            Distance = judgement.Session.Distance,
            Longest = judgement.CreepBase,
            PointsOnItsDay = Rounding.ToPoints(judgement.CreepPoints),
        }
        : new()
        {
            Points = 0,
            Counts = false,
            Measurement = MeasurementQuality.None,
            NotJudged = recent.Latest is not { } latest ? NotJudged.NoRecentSession : latest.NotJudged ?? NotJudged.TooFewBefore,
        };

    private static Descent DescentRow(HeldSession? held, RecentSessions recent) => held is { Judgement: var judgement }
        ? new()
        {
            Points = Rounding.ToPoints(held.Held),
            Counts = false,
            Measurement = MeasurementQuality.Good,
            Session = held.Session,
            Down = judgement.Session.DescentOnSlopes,
            Most = judgement.DescentBase,
            PointsOnItsDay = Rounding.ToPoints(judgement.DescentPoints),
        }
        : new()
        {
            Points = 0,
            Counts = false,
            Measurement = MeasurementQuality.None,
            NotJudged = recent.Latest is not { } latest ? NotJudged.NoRecentSession
                : latest.Session.DescentOnSlopes is null ? NotJudged.NoBarometer
                : NotJudged.TooFewBefore,
        };
}
