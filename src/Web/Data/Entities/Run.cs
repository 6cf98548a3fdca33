using NodaTime;

namespace KneeLoad.Web.Data.Entities;

/// <summary>One analysed activity. Everything here can be computed again from the upload's original and the rows of <see cref="RunCorrection"/>.</summary>
public sealed class Run
{
    /// <summary>Key, derived from the runner, the content hash and the ordinal: importing twice makes the same row.</summary>
    public Guid Id { get; set; }

    /// <summary>The runner to whom it belongs.</summary>
    public Guid RunnerId { get; set; }

    /// <summary>The upload that it came with.</summary>
    public Guid UploadId { get; set; }

    /// <summary>The upload.</summary>
    public Upload Upload { get; set; } = null!;

    /// <summary>Name of the member in an archive; null for a plain file.</summary>
    public string? MemberName { get; set; }

    /// <summary>Number of the activity within its file, from 0.</summary>
    public int Ordinal { get; set; }

    /// <summary>When it began.</summary>
    public Instant Start { get; set; }

    /// <summary>When it ended; what overlaps in time may be the same run.</summary>
    public Instant End { get; set; }

    /// <summary>The calendar day of its start where the runner was.</summary>
    public LocalDate LocalDate { get; set; }

    /// <summary>True when it is taken for a run.</summary>
    public bool IsRun { get; set; }

    /// <summary>Version of the model that it was analysed with.</summary>
    public string ModelVersion { get; set; } = "";

    /// <summary>RunMetrics as JSON.</summary>
    public string Metrics { get; set; } = "";

    /// <summary>RunLoad as JSON; null until the baseline step has run.</summary>
    public string? Load { get; set; }

    /// <summary>SurfaceMix as JSON; null until a map has been asked.</summary>
    public string? Surface { get; set; }

    /// <summary>The way and its ground, packed; null until known. Positions stand here and in the original, nowhere else.</summary>
    public byte[]? Ground { get; set; }

    /// <summary>The map that it was matched with; null for none.</summary>
    public Guid? MapId { get; set; }

    /// <summary>The run's cells, packed.</summary>
    public byte[] Cells { get; set; } = [];

    /// <summary>Columns for the run's charts, compressed.</summary>
    public byte[] Traces { get; set; } = [];

    /// <summary>The run that this one repeats; null when it counts.</summary>
    public Guid? DuplicateOfId { get; set; }

    /// <summary>A later run that may be this one, recorded in another zone: the runner is asked. Null when none is.</summary>
    public Guid? CopyId { get; set; }

    /// <summary>True when the runner leaves it out: it is listed and counts for nothing.</summary>
    public bool LeftOut { get; set; }

    /// <summary>True when the runner deleted it. Queries pass it by unless they say otherwise.</summary>
    public bool Deleted { get; set; }

    /// <summary>The remarks of the reader, one a line; null when there are none.</summary>
    public string? Warnings { get; set; }
}
