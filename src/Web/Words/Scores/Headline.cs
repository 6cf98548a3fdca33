using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;

namespace KneeLoad.Web.Words.Scores;

/// <summary>The one sentence of a state, used by page, mail and command line, with the word and the number that belong beside it.</summary>
public sealed record Headline
{
    /// <summary>The level in a word or two. A low level that is not calm says so.</summary>
    public required string Level { get; init; }

    /// <summary>Name of the colour: low, watch, elevated, high, unknown.</summary>
    public required string Tone { get; init; }

    /// <summary>Name of the icon: that of the colour, a cross for a doctor, bars for a pause.</summary>
    public string Icon { get; private init; } = "unknown";

    /// <summary>The sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>The points in words; where pain set the level they are the load's alone and say so. Null without a score.</summary>
    public string? Points { get; init; }

    /// <summary>True when pain set the level, so that the number comes second.</summary>
    public bool IsNumberSecond { get; init; }

    /// <summary>The diary's request, where the sentence speaks of something else; null when there is none.</summary>
    public string? Diary { get; init; }

    /// <summary>Unknown distances that were left out; null when there are none.</summary>
    public string? Unknown { get; init; }

    /// <summary>True when the load was judged and nothing stands out.</summary>
    public bool IsCalm { get; init; }

    /// <summary>The headline of an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="format">How the runner reads quantities.</param>
    /// <param name="readLater">True for a mail, which is not read on the day that it was written: it says neither today nor yesterday.</param>
    public static Headline Of(RiskAssessment assessment, RunnerFormat format, bool readLater = false)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(format);

        var isPaused = assessment.Paused && assessment.Level is not RiskLevel.SeeADoctor;
        var tone = isPaused ? "unknown" : ToneOf(assessment);
        var isCalm = assessment is { SetBy: SetBy.Nothing, Level: RiskLevel.Low } && !isPaused;
        return new()
        {
            Level = isPaused ? format.Say["Risk.Level.Paused"] : LevelOf(assessment, format.Say),
            Tone = tone,
            Icon = isPaused ? "pause" : assessment.Level is RiskLevel.SeeADoctor ? "doctor" : tone,
            Sentence = isPaused ? format.Say["Headline.Paused"] : SentenceOf(assessment, format, readLater),
            Points = PointsOf(assessment, format.Say),
            IsNumberSecond = assessment is { SetBy: SetBy.Pain, Score: not null },
            Diary = assessment.Gate is { } gate && (isPaused || assessment.SetBy is not SetBy.Pain)
                ? PainWords.Action(gate, assessment.Ladder, format.Say)
                : null,
            Unknown = UnknownOf(assessment.Rows?.LongestRun, format.Say),
            IsCalm = isCalm,
        };
    }

    private static string LevelOf(RiskAssessment assessment, Language say) => assessment switch
    {
        { Level: RiskLevel.Low, SetBy: SetBy.NotJudged } => say["Risk.Level.NotJudged"],
        { Level: RiskLevel.Low, SetBy: not SetBy.Nothing } => say["Risk.Level.LowButWatch"],
        _ => RiskWords.Level(assessment.Level, say),
    };

    private static string ToneOf(RiskAssessment assessment) => assessment switch
    {
        { Level: RiskLevel.Low, SetBy: SetBy.NotJudged } => "unknown",
        { Level: RiskLevel.Low, SetBy: not SetBy.Nothing } => "watch",
        _ => RiskWords.Tone(assessment.Level),
    };

    private static string SentenceOf(RiskAssessment assessment, RunnerFormat format, bool readLater)
    {
        var say = format.Say;
        return assessment.SetBy switch
        {
            SetBy.Pain when assessment.Gate is { Action: not GateAction.SeeADoctor } gate => PainWords.Action(gate, assessment.Ladder, say),
            SetBy.Pain => say["Headline.SeeADoctor"],
            SetBy.LongestRun => FactorWords.Reason(assessment.Rows!.LongestRun, assessment.AsOf, format, readLater),
            SetBy.Creep => FactorWords.Reason(assessment.Rows!.Creep, assessment.AsOf, format, readLater),
            SetBy.Descent => FactorWords.Reason(assessment.Rows!.Descent, assessment.AsOf, format, readLater),
            SetBy.Week => FactorWords.Reason(assessment.Rows!.Week, assessment.AsOf, format, readLater),
            SetBy.Precautions => say["Headline.Precautions"],
            SetBy.Nothing when assessment.Rows?.LongestRun.NotJudged is NotJudged.NoRecentSession =>
                say["Headline.NothingLately", ("days", say.Format.Number(Choices.FadeDays.Value, 0))],
            SetBy.Nothing => say["Headline.Nothing"],
            SetBy.NotJudged when assessment.Level is RiskLevel.NoScoreUnder18 => say["Headline.NoScoreUnder"],
            SetBy.NotJudged => say["Headline.NotJudged." + (assessment.Rows?.LongestRun.NotJudged ?? NotJudged.WindowNotFull)],
            SetBy.NoRecentRuns => say["Headline.NoRecentRuns", ("days", say.Format.Number(Published.SpikeWindowDays.Value, 0))],
            SetBy.NotEnoughData => say[
                "Headline.NotEnoughData", ("runs", say.Format.Number(Choices.LeastRuns.Value, 0)), ("days", say.Format.Number(Choices.LeastDays.Value, 0))],
            _ => throw new ArgumentOutOfRangeException(nameof(assessment)),
        };
    }

    private static string? PointsOf(RiskAssessment assessment, Language say) => assessment.Score is not { } score
        ? null
        : say[
            assessment.SetBy is SetBy.Pain ? "Risk.PointsBesidePain" : "Risk.Points",
            ("points", say.Format.Number(score, 0)),
            ("most", say.Format.Number(Choices.MostPoints.Value, 0))];

    private static string? UnknownOf(LongestRun? row, Language say) => row switch
    {
        { UnknownSessions: > 0 and var unknown } => say.Count("Headline.UnknownDistances", unknown),
        { UnknownDistanceBefore: true } => say["Headline.UnknownBefore"],
        _ => null,
    };
}
