using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using NodaTime;

namespace KneeLoad.Web.Data.Reading;

/// <summary>An assessment with all that it was computed from: what a stranger needs to compute it again.</summary>
public sealed record AssessmentRecord
{
    /// <summary>Version of the model.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>The local day.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>What the runner told.</summary>
    public required RunnerProfile Profile { get; init; }

    /// <summary>The diary.</summary>
    public required IReadOnlyList<DiaryEntry> Diary { get; init; }

    /// <summary>The stored activities.</summary>
    public required IReadOnlyList<HistoryRun> Runs { get; init; }

    /// <summary>What came of it.</summary>
    public required RiskAssessment Outcome { get; init; }

    /// <summary>What was shown of a history.</summary>
    public static AssessmentRecord Of(RunnerHistory history, RiskAssessment outcome)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(outcome);
        return new()
        {
            ModelVersion = outcome.ModelVersion,
            AsOf = outcome.AsOf,
            Profile = history.Profile,
            Diary = history.Diary,
            Runs = history.Runs,
            Outcome = outcome,
        };
    }

    /// <summary>The same inputs, assessed by the model as it is now.</summary>
    public AssessmentRecord Recomputed()
    {
        var outcome = RiskModel.Assess(Runs, Diary, Profile, AsOf);
        return this with { ModelVersion = outcome.ModelVersion, Outcome = outcome };
    }
}
