namespace KneeLoad.Analysis.Evidence;

/// <summary>How sure research is of a relation.</summary>
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
