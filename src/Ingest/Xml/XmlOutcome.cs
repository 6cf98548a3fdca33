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
    /// <param name="oddities">What was odd.</param>
    public static ReadResult Of(ActivityFormat format, IReadOnlyList<Activity> activities, XmlFault? fault, Remark emptiness, Oddities oddities)
    {
        var warnings = oddities.ToWarnings();
        if (fault is not { } found)
        {
            return activities.Count > 0
                ? ReadResult.Read(format, activities, warnings)
                : ReadResult.Rejected(ReadFault.NoActivity, emptiness, format: format, warnings: warnings);
        }

        // A file past our limits, or with a document type, was not written by a watch: nothing of it is kept.
        var isKept = found.Kind is ReadFault.MalformedXml or ReadFault.Truncated && activities.Any(activity => activity.Records.Count > 0);
        return isKept
            ? ReadResult.Partial(format, activities, warnings, found.Kind, found.Reason, line: found.Line)
            : ReadResult.Rejected(found.Kind, found.Reason, line: found.Line, format: format, warnings: warnings);
    }
}
