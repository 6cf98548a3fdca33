using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using NodaTime;

namespace KneeLoad.Web.Data.Reading;

/// <summary>The inputs of an assessment: all that a stranger needs to compute it again.</summary>
public record AssessmentInputs
{
    /// <summary>Version of the model.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>The local day.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The runner's own words.</summary>
    public required RunnerProfile Profile { get; init; }

    /// <summary>The diary.</summary>
    public required IReadOnlyList<DiaryEntry> Diary { get; init; }

    /// <summary>The stored activities.</summary>
    public required IReadOnlyList<HistoryRun> Runs { get; init; }

    /// <summary>Assesses the same inputs by the model as it is now.</summary>
    public RiskAssessment Assess() => RiskModel.Assess(Runs, Diary, Profile, AsOf);
}

/// <summary>An assessment of the present model with its inputs. It holds facts: what they say to a person is made when it is shown.</summary>
public sealed record AssessmentRecord : AssessmentInputs
{
    /// <summary>The outcome of the inputs.</summary>
    public required RiskAssessment Outcome { get; init; }

    /// <summary>The record of a history that is shown.</summary>
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
}
