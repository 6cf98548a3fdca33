namespace KneeLoad.Ingest.Fit.Protocol;

/// <summary>The parts of one definition and the columns that they are copied into: made once, used for every record of that shape.</summary>
internal sealed class RecordPlan
{
    /// <summary>The definition's revision that the plan was made on.</summary>
    public int Revision { get; private set; } = -1;

    /// <summary>Revision of the developers' fields by then: a later description may concern the plan.</summary>
    public int DescriptionRevision { get; private set; }

    /// <summary>Fields and the slots that they go into: the profile's columns, then the developers'.</summary>
    public List<Copy> Copies { get; } = [];

    /// <summary>The field that holds the time, or null.</summary>
    public FieldDefinition? Time { get; set; }

    /// <summary>The field that holds speed and distance in three bytes, or null.</summary>
    public FieldDefinition? CompressedSpeedDistance { get; set; }

    /// <summary>Empties the plan, to be made anew for as many fields.</summary>
    public void Begin(int revision, int descriptionRevision, int fieldCount)
    {
        Copies.EnsureCapacity(fieldCount);
        Revision = revision;
        DescriptionRevision = descriptionRevision;
        Copies.Clear();
        Time = null;
        CompressedSpeedDistance = null;
    }

    /// <summary>A field and the slot that it goes into.</summary>
    public readonly record struct Copy(int Slot, FieldDefinition Field);
}
