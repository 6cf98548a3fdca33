using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Fit;

/// <summary>The result of reading a content so far: activities, warnings, the first fault.</summary>
internal sealed class FitOutcome
{
    private const int MostWarnings = 100;

    private readonly List<Activity> activities = [];
    private readonly List<Remark> warnings = [];
    private (ReadFault Fault, long Position)? stop;

    /// <summary>Notes what was odd; each once, and no more than anyone would read.</summary>
    public void Warn(Remark warning)
    {
        if (warnings.Count < MostWarnings && !warnings.Contains(warning))
        {
            warnings.Add(warning);
        }
    }

    /// <summary>Notes where reading ended early. The first place stays, since all that follows may be its consequence.</summary>
    /// <param name="fault">What was wrong.</param>
    /// <param name="position">Where. [bytes]</param>
    public void Stop(ReadFault fault, long position) => stop ??= (fault, position);

    /// <summary>Adds activities.</summary>
    public void Add(IReadOnlyList<Activity> read) => activities.AddRange(read);

    /// <summary>The result: rejected without an activity, partial with a fault.</summary>
    public ReadResult ToResult()
    {
        if (stop is not { } found)
        {
            return activities.Count > 0
                ? ReadResult.Read(ActivityFormat.Fit, activities, warnings)
                : ReadResult.LeftAside(
                    ReadFault.NoActivity, RemarkKind.FitHoldsNoActivity, ActivityFormat.Fit) with
                { Warnings = warnings };
        }

        var (fault, position) = found;
        var reason = fault == ReadFault.UndefinedLocalMessage ? RemarkKind.MessageUndefined : RemarkKind.MessageCut;
        return activities.Count > 0
            ? ReadResult.Partial(ActivityFormat.Fit, activities, warnings, fault, reason, position)
            : ReadResult.Rejected(fault, reason, position, format: ActivityFormat.Fit, warnings: warnings);
    }
}
