using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;

namespace KneeLoad.Web.Shared;

/// <summary>The words for what an assessment says; the one place for pages and mail. Never a probability.</summary>
public static class RiskWords
{
    /// <summary>The level in a word.</summary>
    public static string Level(RiskLevel level) => level switch
    {
        RiskLevel.Low => "Low",
        RiskLevel.Elevated => "Elevated",
        RiskLevel.High => "High",
        RiskLevel.NotEnoughData => "Not enough runs yet",
        RiskLevel.NoRecentRuns => "No recent runs",
        RiskLevel.SeeADoctor => "See a doctor",
        RiskLevel.NoScoreUnder18 => $"No score under {Choices.LastYearsWithoutScore.Value}",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    /// <summary>The level in a sentence.</summary>
    public static string Sentence(RiskLevel level) => level switch
    {
        RiskLevel.Low => "Nothing in your last weeks stands out.",
        RiskLevel.Elevated => "Something in your last weeks stands out. It is worth a look before the next run.",
        RiskLevel.High => "Much in your last weeks stands out. Take the next runs shorter.",
        RiskLevel.NotEnoughData => $"A score needs {Choices.LeastRuns.Value} runs and {Choices.LeastDays.Value} days of history. There is none yet, and we do not guess.",
        RiskLevel.NoRecentRuns => $"There was no run in the last {Published.SpikeWindowDays.Value} days, so there is nothing to score. Start again with less than before.",
        RiskLevel.SeeADoctor => "You ticked a sign that wants a doctor before any running. There is no score and no ceiling until it is closed.",
        RiskLevel.NoScoreUnder18 => "The studies behind the score are of adults. If your knees are sore, ask a doctor or physiotherapist.",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    /// <summary>Name of the level's colour and icon: low, elevated, high or unknown.</summary>
    public static string Tone(RiskLevel level) => level switch
    {
        RiskLevel.Low => "low",
        RiskLevel.Elevated => "elevated",
        RiskLevel.High or RiskLevel.SeeADoctor => "high",
        _ => "unknown",
    };

    /// <summary>Name of a row of the score.</summary>
    public static string Factor(FactorId factor) => factor switch
    {
        FactorId.LoadIncrease => "Sudden load increase",
        FactorId.HardSurface => "Hard surfaces",
        FactorId.HeelStrike => "Heel striking",
        _ => throw new ArgumentOutOfRangeException(nameof(factor)),
    };

    /// <summary>What pain asks for, in a sentence.</summary>
    public static string Action(GateAction action) => action switch
    {
        GateAction.HoldOrReduce => "Your diary says: hold the distance or reduce it.",
        GateAction.Stop => "Your diary says: stop running until it has settled.",
        GateAction.SeeADoctor => "Your diary says: see a doctor before the next run.",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    /// <summary>How sure science is, in a few words.</summary>
    public static string Science(Certainty certainty) => certainty switch
    {
        Certainty.A => "A: several consistent studies",
        Certainty.B => "B: one good study",
        Certainty.C => "C: weak or conflicting",
        Certainty.D => "D: no support found",
        _ => throw new ArgumentOutOfRangeException(nameof(certainty)),
    };

    /// <summary>How sure a measurement is, in a word.</summary>
    public static string Measurement(MeasurementQuality quality) => quality switch
    {
        MeasurementQuality.None => "not judged",
        MeasurementQuality.Poor => "poor",
        MeasurementQuality.Fair => "fair",
        MeasurementQuality.Good => "good",
        _ => throw new ArgumentOutOfRangeException(nameof(quality)),
    };

    /// <summary>A red flag as the runner ticks it.</summary>
    public static string RedFlag(RedFlags flag) => flag switch
    {
        RedFlags.CannotBearWeight => "I cannot put weight on the leg",
        RedFlags.Locking => "The knee locks",
        RedFlags.GivingWay => "The knee gives way",
        RedFlags.MarkedSwelling => "Marked swelling",
        RedFlags.HotAndRedWithFever => "Hot and red, with fever",
        RedFlags.PopAtInjury => "There was a pop when it happened",
        RedFlags.CalfSwelling => "The calf is swollen",
        _ => throw new ArgumentOutOfRangeException(nameof(flag)),
    };
}
