using KneeLoad.Analysis.Runs;
using NodaTime;

namespace KneeLoad.Web.Data.Entities;

/// <summary>
/// One thing that a runner told of one activity. At most one of each kind; deleting the row takes it back. What is stored of the
/// activity follows from its original and these rows alone, so they outlive its being read again.
/// </summary>
public sealed class RunCorrection
{
    /// <summary>The runner who told it.</summary>
    public Guid RunnerId { get; set; }

    /// <summary>The activity. It may be missing for a while, as when its file is being read again.</summary>
    public Guid RunId { get; set; }

    /// <summary>The thing that was told.</summary>
    public CorrectionKind Kind { get; set; }

    /// <summary>The told kind of activity; null in rows of other kinds.</summary>
    public RunKind? RunKind { get; set; }

    /// <summary>The told distance; null in rows of other kinds. [m]</summary>
    public double? Metres { get; set; }

    /// <summary>The told start; null in rows of other kinds.</summary>
    public Instant? Start { get; set; }

    /// <summary>The told calendar day of the start, where the runner was; null in rows of other kinds.</summary>
    public LocalDate? Day { get; set; }

    /// <summary>When it was told, in whole milliseconds. Rows told by one click share it.</summary>
    public Instant Told { get; set; }
}
