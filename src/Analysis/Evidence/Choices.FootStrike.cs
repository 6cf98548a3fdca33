using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Evidence;

/// <summary>Our choices for foot strike.</summary>
public static partial class Choices
{
    /// <summary>Share of heel strikers that a guess starts from. [1]</summary>
    public static Chosen<Fraction> HeelPrior { get; } = new(
        new(0.84),
        "The middle of 75 and 94 %, seen by cameras at two races. By the angle of the foot a laboratory counted 27 to 38 %, so it stays a guess and "
            + "is said to be one.");

    /// <summary>Change of the guess for one spread of duty factor. [1]</summary>
    public static Chosen<Fraction> HeelPriorStep { get; } = new(
        new(0.03), "Duty factor is right in one of two runners: it may move the guess slightly, never past what the races showed.");

    /// <summary>Spreads of duty factor beyond which the guess moves no further. [1]</summary>
    public static Chosen<double> HeelPriorReach { get; } = new(
        3, "Three steps of 0.03 span what the two races showed.");

    /// <summary>Duty factor from which on a step has no flight and is no running step. [1]</summary>
    public static Chosen<Fraction> NoFlight { get; } = new(
        new(0.5), "At a half one foot lands as the other leaves.");
}
