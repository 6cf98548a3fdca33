using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Xml;

/// <summary>The result of an XML file that was read to its end or to a fault.</summary>
internal static class XmlOutcome
{
    /// <summary>Read, partial or rejected.</summary>
    /// <param name="format">The format.</param>
    /// <param name="activities">What was read.</param>
    /// <param name="fault">What ended the reading, or null.</param>
    /// <param name="emptiness">What to say of a whole file without an activity.</param>
    /// <param name="warnings">What was odd.</param>
    public static ReadResult Of(ActivityFormat format, IReadOnlyList<Activity> activities, XmlFault? fault, Remark emptiness, ReadWarnings warnings)
    {
        var remarks = warnings.ToRemarks();
        if (fault is not { } found)
        {
            return activities.Count > 0
                ? ReadResult.Read(format, activities, remarks)
                : ReadResult.Rejected(ReadFault.NoActivity, emptiness, format: format, warnings: remarks);
        }

        // A file past our limits, or with a document type, was not written by a watch: nothing of it is kept.
        var isKept = found.Kind is ReadFault.MalformedXml or ReadFault.Truncated && activities.Any(activity => activity.Records.Count > 0);
        return isKept
            ? ReadResult.Partial(format, activities, remarks, found.Kind, found.Reason, line: found.Line)
            : ReadResult.Rejected(found.Kind, found.Reason, line: found.Line, format: format, warnings: remarks);
    }
}

/// <summary>Why the reading of an XML document ended early.</summary>
/// <param name="Kind">What sort of fault.</param>
/// <param name="Reason">The fault.</param>
/// <param name="Line">Line of the fault, from 1.</param>
internal readonly record struct XmlFault(ReadFault Kind, Remark Reason, int Line);
