namespace KneeLoad.Analysis.Evidence;

/// <summary>A published number, whatever its type: where it stands, how it was read, and what it is of.</summary>
public interface ICited
{
    /// <summary>The paper, data set or page.</summary>
    Source Source { get; }

    /// <summary>Table, figure or section.</summary>
    string Place { get; }

    /// <summary>The way by which it reached us.</summary>
    Reading Reading { get; }

    /// <summary>The certainty of research about it.</summary>
    Certainty Certainty { get; }

    /// <summary>The part of the body that was measured.</summary>
    Tissue Tissue { get; }

    /// <summary>The outcome that the study had.</summary>
    Outcome Outcome { get; }
}

/// <summary>A published number with the place it stands at, the tissue that was measured and the outcome that the study had.</summary>
/// <typeparam name="T">A quantity, or a plain number where it has no unit.</typeparam>
/// <param name="Value">The number.</param>
/// <param name="Source">The paper, data set or page.</param>
/// <param name="Place">Table, figure or section.</param>
/// <param name="Reading">How it reached us.</param>
/// <param name="Certainty">How sure research is of it: one study, several, or conflicting ones.</param>
/// <param name="Tissue">The part of the body that was measured.</param>
/// <param name="Outcome">The outcome that the study had; a text that quotes the number names it.</param>
public sealed record Cited<T>(
    T Value, Source Source, string Place, Reading Reading, Certainty Certainty, Tissue Tissue, Outcome Outcome) : ICited;

/// <summary>The certainty of research about a relation.</summary>
public enum Certainty
{
    /// <summary>Several consistent studies, or a large trial.</summary>
    A,

    /// <summary>One good study, or consistent laboratory work.</summary>
    B,

    /// <summary>Weak, indirect or conflicting.</summary>
    C,

    /// <summary>No support.</summary>
    D,
}

/// <summary>The way by which a published number reached us. Said wherever the number is shown.</summary>
public enum Reading
{
    /// <summary>Read in the full text.</summary>
    FullText,

    /// <summary>Read in the abstract or on the publisher's page.</summary>
    Abstract,

    /// <summary>Computed from the authors' public raw data.</summary>
    Data,

    /// <summary>Quoted by a second source; the paper itself was not reached.</summary>
    SecondSource,
}
